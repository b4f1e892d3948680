import { uiText } from '#text/ui.ts';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Mark.module.css';

export type MarkKind =
  | 'stays'
  | 'retain'
  | 'move'
  | 'merge'
  | 'remove'
  | 'add'
  | 'resize'
  | 'unknown'
  | 'waiting'
  | 'done';

const icons: Readonly<Record<Exclude<MarkKind, 'stays' | 'retain'>, IconName>> = {
  move: 'arrow-right',
  merge: 'git-merge',
  remove: 'minus',
  add: 'plus',
  resize: 'sliders-horizontal',
  unknown: 'circle-question-mark',
  waiting: 'hourglass',
  done: 'check',
};

export interface MarkProps {
  readonly kind: MarkKind;
  /** Filled: in effect in the shown state. Otherwise a frame only: not agreed, or a later phase. */
  readonly isAgreed?: boolean;
  /** The number of the later phase. */
  readonly phaseNumber?: number | undefined;
  readonly label?: string;
}

/** What becomes of a node, as a square of 16 pixels. What stays has none. */
export function Mark({ kind, isAgreed = true, phaseNumber, label }: MarkProps) {
  if (kind === 'stays' || kind === 'retain') return null;
  const tone = kind === 'waiting' ? 'remove' : kind;
  return (
    <span
      role="img"
      aria-label={label ?? uiText.mark(kind, isAgreed, phaseNumber)}
      className={classNames(
        styles['mark'],
        styles[tone],
        (!isAgreed || kind === 'waiting') && kind !== 'unknown' && styles['framed'],
        phaseNumber !== undefined && styles['numbered'],
      )}
    >
      <Icon name={icons[kind]} size={11} />
      {phaseNumber}
    </span>
  );
}
