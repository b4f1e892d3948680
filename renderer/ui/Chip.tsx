import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Chip.module.css';

export type ChipTone =
  | 'retain'
  | 'move'
  | 'merge'
  | 'remove'
  | 'candidate'
  | 'add'
  | 'unknown'
  | 'error'
  | 'warning'
  | 'info'
  | 'ok'
  | 'line'
  | 'accent';

export interface ChipProps {
  readonly tone?: ChipTone;
  readonly icon?: IconName;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A word or a count on a tint: tinted = state, framed = fact, dashed = unknown. */
export function Chip({ tone = 'retain', icon, children, className }: ChipProps) {
  return (
    <span className={classNames(styles['chip'], styles[tone], className)}>
      {icon !== undefined && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}
