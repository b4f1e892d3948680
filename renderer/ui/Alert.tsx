import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './Alert.module.css';

export interface AlertProps {
  readonly severity?: 'error' | 'warning' | 'info';
  /** What happened. */
  readonly title: string;
  /** What is safe, what to do. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Trouble in words, over the full width of its place and never over content. */
export function Alert({ severity = 'error', title, children, actions }: AlertProps) {
  const icon = severity === 'error' ? 'circle-x' : severity === 'warning' ? 'triangle-alert' : 'info';
  return (
    <div role="alert" className={classNames(styles['alert'], styles[severity])}>
      <Icon name={icon} size={14} tone={severity} />
      <p>
        <strong>{title}</strong> {children}
      </p>
      {actions !== undefined && <span className={styles['actions']}>{actions}</span>}
    </div>
  );
}
