import type { NodeInspection } from '#core/projections/inspector.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { Chip, type ChipTone } from '#ui/Chip.tsx';
import type { ChangeKind } from '#core/model/change.ts';
import type { IconName } from '#ui/icons.ts';
import styles from './Inspector.module.css';

const tones: Readonly<Record<ChangeKind, readonly [ChipTone, IconName]>> = {
  move: ['move', 'arrow-right'],
  merge: ['merge', 'git-merge'],
  remove: ['remove', 'minus'],
  add: ['add', 'plus'],
  resize: ['line', 'sliders-horizontal'],
  rewire: ['line', 'shuffle'],
  'hand-over': ['line', 'handshake'],
};

/** What becomes of the node, in chips: tinted is agreed or planned, a frame only is not. */
export function NodeChips({ inspection }: { readonly inspection: NodeInspection }) {
  const { disposition, changes, isAway } = inspection;
  const isRetired = disposition?.disposition === 'retire';
  const conditions = [
    ...(disposition?.conditions ?? []),
    ...changes.flatMap(({ change }) => change.conditions),
  ].filter((each) => !each.met);
  const waits = [...new Set(conditions.map((each) => each.text))];
  if (disposition === null && changes.length === 0 && !isAway) return null;
  return (
    <div className={styles['chips']}>
      {isAway && <Chip tone="unknown">{text.isAway}</Chip>}
      {isRetired && (
        <Chip tone={disposition.agreed ? 'remove' : 'candidate'} icon="minus">
          {disposition.agreed ? text.agreed : text.candidate}
        </Chip>
      )}
      {disposition !== null && !isRetired && (
        <Chip tone="line">{text.disposition(disposition.disposition)}</Chip>
      )}
      {changes.map(({ change, phase, phaseName }) => {
        const [tone, icon] = tones[change.kind];
        const isSaid = change.kind === 'remove' && isRetired;
        return isSaid ? (
          <Chip key={change.id} tone="line">
            <span title={phaseName ?? ''}>{text.phaseNumber(phase)}</span>
          </Chip>
        ) : (
          <Chip key={change.id} tone={tone} icon={icon}>
            <span title={phaseName ?? ''}>
              {text.change(change.kind)} · {text.phaseNumber(phase)}
            </span>
          </Chip>
        );
      })}
      {isRetired && (
        <span className={styles['faint']}>
          {!disposition.agreed
            ? text.notAgreed
            : disposition.agreedBy === null
              ? ''
              : text.agreedBy(disposition.agreedBy)}
        </span>
      )}
      {waits.map((words) => (
        <Chip key={words} tone="line" icon="hourglass">
          <span className={styles['cut']} title={words}>
            {text.waitsFor(words)}
          </span>
        </Chip>
      ))}
      {disposition !== null && disposition.why !== '' && (
        <p className={styles['why']} title={disposition.why}>
          {disposition.why}
        </p>
      )}
    </div>
  );
}
