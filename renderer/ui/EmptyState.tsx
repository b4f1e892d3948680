import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly icon: IconName;
  /** What is missing. */
  readonly title: string;
  /** The next step. */
  readonly next?: ReactNode;
  /** At most one button. */
  readonly action?: ReactNode;
  readonly isGood?: boolean;
}

/** What stands where nothing is yet. */
export function EmptyState({ icon, title, next, action, isGood = false }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <Icon name={icon} size={20} tone={isGood ? 'ok' : 'faint'} />
      <p className={styles['title']}>{title}</p>
      {next !== undefined && <p className={styles['next']}>{next}</p>}
      {action}
    </div>
  );
}
