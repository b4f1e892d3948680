import { useMemo } from 'react';
import { isNeed } from '#core/model/dependency.ts';
import type { NodeId } from '#core/model/ids.ts';
import { toNodeInspection, type LinkRow } from '#core/projections/inspector.ts';
import { toFindingRows } from '#core/projections/finding-rows.ts';
import type { FactKey } from '#core/projections/inspector-facts.ts';
import { usePlan, useReport } from '#stores/use-workspace.ts';
import { useView } from '#stores/view-store.ts';
import { inspectorText } from '#text/inspector.ts';
import { mapToolsText as text } from '#text/map-tools.ts';
import { Icon } from '#ui/Icon.tsx';
import { toKindIcon } from '#ui/kind-icon.ts';
import styles from './NodeCard.module.css';

/** What a card says; the inspector has all. */
const wanted: ReadonlySet<FactKey> = new Set([
  'status',
  'count',
  'environment',
  'vcpu',
  'memoryMiB',
  'diskGiB',
  'domains',
  'os',
]);
const mostFacts = 6;
const mostFindings = 3;
const mostNames = 4;

function Links({ title, rows }: { readonly title: string; readonly rows: readonly LinkRow[] }) {
  if (rows.length === 0) return null;
  const names = [...new Set(rows.map((row) => row.other.name))];
  return (
    <p className={styles['links']}>
      <span>{title}</span>{' '}
      {names.slice(0, mostNames).map((name, at) => (
        <span key={name}>
          {at > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
      {names.length > mostNames && ` ${text.andMore(names.length - mostNames)}`}
    </p>
  );
}

function Findings({ node }: { readonly node: NodeId }) {
  const plan = usePlan();
  const report = useReport();
  const point = useView((view) => view.point);
  const rows = useMemo(
    () =>
      toFindingRows(plan, report, point, { severity: null, nodes: [node] }).filter(
        (row) => row.holdsHere && row.accepted === null && row.finding.severity !== 'info',
      ),
    [plan, report, point, node],
  );
  if (rows.length === 0) return null;
  return (
    <ul className={styles['findings']}>
      {rows.slice(0, mostFindings).map(({ finding }) => (
        <li key={finding.id}>
          <Icon
            name={finding.severity === 'error' ? 'circle-x' : 'triangle-alert'}
            size={14}
            tone={finding.severity}
          />
          <span>{finding.message}</span>
        </li>
      ))}
      {rows.length > mostFindings && <li>{text.andMore(rows.length - mostFindings)}</li>}
    </ul>
  );
}

/** What is known of a node, in short: what it is, its facts, its findings, and what it is linked to. */
export function NodeCard({ node: id }: { readonly node: NodeId }) {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const inspection = useMemo(() => toNodeInspection(plan, point, id), [plan, point, id]);
  if (inspection === null) return null;
  const { node, places, facts, needs, neededBy, questions, changes } = inspection;
  const [place] = places;
  const needed = needs.filter((row) => isNeed(row.dependency.type));
  const needing = neededBy.filter((row) => isNeed(row.dependency.type));
  const others = needs.length + neededBy.length - needed.length - needing.length;
  const open = questions.filter(({ question }) => question.status === 'open');
  return (
    <div className={styles['card']}>
      <p className={styles['name']}>
        <Icon name={toKindIcon(node.kind, node.type)} size={14} tone="faint" />
        <bdi>{node.name}</bdi>
      </p>
      <p className={styles['kind']}>{text.kindOn(node.kind, place?.name ?? null)}</p>
      <dl className={styles['facts']}>
        {facts
          .filter((fact) => wanted.has(fact.key) && fact.value !== null)
          .slice(0, mostFacts)
          .map((fact) => (
            <div key={fact.key}>
              <dt>{inspectorText.fact(fact.key)}</dt>
              <dd>{inspectorText.value(fact)}</dd>
            </div>
          ))}
      </dl>
      {changes.map(({ change, phaseName }) => (
        <p key={change.id} className={styles['kind']}>
          {text.planned(inspectorText.change(change.kind), phaseName)}
        </p>
      ))}
      <Findings node={id} />
      {open.slice(0, 1).map(({ question }) => (
        <p key={question.id} className={styles['question']}>
          <Icon name="circle-question-mark" size={14} />
          <span>{question.text}</span>
        </p>
      ))}
      <Links title={text.needs} rows={needed} />
      <Links title={text.neededBy} rows={needing} />
      {others > 0 && <p className={styles['links']}>{text.otherLinks(others)}</p>}
    </div>
  );
}
