import { Fragment } from 'react';
import type { DutyCell, DutyHolding, DutyMatrix } from '#core/projections/duty-matrix.ts';
import { toDutyParts } from '#core/projections/duty-roles.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Estate } from '#core/state/estate.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { dutiesText as text } from '#text/duties.ts';
import { Icon } from '#ui/Icon.tsx';
import { KindIcon } from '#ui/KindIcon.tsx';
import { usePlan } from '#stores/use-workspace.ts';
import { findAreaIcon } from './area-icons.ts';
import { DutyParts, partWords, type DutyLens } from './DutyParts.tsx';
import { Monogram } from './Monogram.tsx';
import styles from './DutiesView.module.css';

const groups = ['watch', 'keep', 'run'] as const;

function wordsOf(holding: DutyHolding | undefined): string {
  if (holding === undefined || holding.state === 'none') return text.none;
  if (holding.state === 'nobody') return text.nobody;
  const names = holding.parties.map((party) => party.name).join(', ');
  if (holding.state === 'overlap') return `${text.overlap}: ${names}`;
  return holding.state === 'joint' ? `${text.joint}: ${names}` : names;
}

function Who({ cell, holding }: { readonly cell: DutyCell; readonly holding: DutyHolding }) {
  if (holding.state === 'nobody') {
    const isAsked = cell.openQuestions > 0;
    return (
      <span className={styles['who']} data-tone={isAsked ? 'question' : 'nobody'}>
        <Icon name={isAsked ? 'question' : 'nobody'} size={14} />
        {isAsked ? text.openQuestion : text.nobody}
      </span>
    );
  }
  return (
    <span className={styles['who']} data-tone={holding.state}>
      {holding.parties.map((party) => (
        <Monogram key={party.id} name={party.name} />
      ))}
      <bdi className={styles['party']}>
        {holding.state === 'overlap'
          ? text.overlap
          : holding.parties.length > 1
            ? text.joint
            : (holding.parties[0]?.name ?? '')}
      </bdi>
    </span>
  );
}

function Squares({ cell, at }: { readonly cell: DutyCell; readonly at: number }) {
  return (
    <span className={styles['squares']} aria-hidden="true">
      {cell.holdings.map((holding, index) => (
        // States have no identity but their place in the plan.
        // eslint-disable-next-line react/no-array-index-key
        <span key={index} data-state={holding.state} data-shown={index === at}>
          {holding.parties.length > 1 ? holding.parties.length : (holding.parties[0]?.name.slice(0, 1) ?? '')}
        </span>
      ))}
    </span>
  );
}

function SubjectIcon({ node }: { readonly node: DutyCell['subject']['node'] }) {
  const found = usePlan().nodes.get(node);
  return found === undefined ? null : <KindIcon kind={found.kind} type={found.type} size={14} />;
}

/** What is looked at: one state, through one lens. */
interface Shown {
  readonly lens: DutyLens;
  readonly at: number;
  /** The state in words. */
  readonly state: string;
  readonly plan: Plan;
  readonly estate: Estate;
}

/** A cell says who holds the duty in the shown state, and what becomes of that; or all parts in it, or their access. */
function Cell({
  area,
  cell,
  shown,
  isChosen,
  onChoose,
}: {
  readonly area: string;
  readonly cell: DutyCell;
  readonly shown: Shown;
  readonly isChosen: boolean;
  readonly onChoose: (area: string, cell: DutyCell) => void;
}) {
  const { lens, at, state, plan, estate } = shown;
  const holding = cell.holdings[at];
  const parts = lens === 'accountable' ? [] : toDutyParts(plan, estate, cell.subject, area);
  const words = lens === 'accountable' ? wordsOf(holding) : partWords(parts, lens);
  const isEmpty =
    lens === 'accountable' ? cell.holdings.every((each) => each.state === 'none') : parts.length === 0;
  return (
    <td
      data-state={lens === 'access' ? undefined : holding?.state}
      data-asked={cell.openQuestions > 0}
      data-chosen={isChosen}
    >
      <button
        type="button"
        aria-pressed={isChosen}
        aria-label={text.cell(area, cell.subject.name, words, state)}
        onClick={({ currentTarget }) => {
          onChoose(area, cell);
          // The panel has just taken some of the room.
          requestAnimationFrame(() => currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
        }}
      >
        {isEmpty || holding === undefined ? (
          <span className={styles['dot']}>·</span>
        ) : lens === 'accountable' ? (
          <>
            <Who cell={cell} holding={holding} />
            <Squares cell={cell} at={at} />
          </>
        ) : (
          <DutyParts parts={parts} lens={lens} />
        )}
      </button>
    </td>
  );
}

/** The matrix: a row a duty, a column a subject. */
export function DutyTable({
  matrix,
  lens,
  at,
  chosen,
  onChoose,
}: {
  readonly matrix: DutyMatrix;
  readonly lens: DutyLens;
  readonly at: number;
  readonly chosen: { readonly area: string; readonly subject: string } | null;
  readonly onChoose: (area: string, cell: DutyCell) => void;
}) {
  const point = matrix.points[at];
  const plan = usePlan();
  const shown: Shown = {
    lens,
    at,
    state: point?.name ?? (point?.point === 'end' ? text.toBe : text.asIs),
    plan,
    estate: estateAt(plan, point?.point ?? 'start'),
  };
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} data-lens={lens}>
        <thead>
          <tr>
            <th scope="col">{text.duty}</th>
            {matrix.subjects.map((subject) => (
              <th key={subject.key} scope="col" title={subject.name}>
                <span className={styles['head']}>
                  <SubjectIcon node={subject.node} />
                  <bdi>{subject.name}</bdi>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const rows = matrix.rows.filter((row) => row.group === group);
            if (rows.length === 0) return null;
            return (
              <Fragment key={group}>
                <tr className={styles['group']}>
                  <th scope="rowgroup" colSpan={matrix.subjects.length + 1}>
                    <span>{text.groups[group]}</span>
                  </th>
                </tr>
                {rows.map((row) => (
                  <tr key={row.area}>
                    <th scope="row" title={row.area}>
                      <span className={styles['head']}>
                        <Icon name={findAreaIcon(row.area)} size={14} tone="faint" />
                        <span>{text.areaTitle(row.area)}</span>
                      </span>
                    </th>
                    {row.cells.map((cell) => (
                      <Cell
                        key={cell.subject.key}
                        area={row.area}
                        cell={cell}
                        shown={shown}
                        isChosen={chosen?.area === row.area && chosen.subject === cell.subject.key}
                        onChoose={onChoose}
                      />
                    ))}
                  </tr>
                ))}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
