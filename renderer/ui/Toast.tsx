import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Toast.module.css';

export interface ToastProps {
  readonly text: string;
  readonly icon?: IconName;
  readonly action?: { readonly label: string; readonly run: () => void } | null;
  /** It tells of a problem, so it is an alert. */
  readonly isProblem?: boolean;
  readonly onHold?: (isHeld: boolean) => void;
}

/** Says what happened and offers the way back; one at a time, stays under the pointer. */
export function Toast({ text, icon = 'info', action = null, isProblem = false, onHold }: ToastProps) {
  return (
    <div
      className={styles['toast']}
      role={isProblem ? 'alert' : 'status'}
      onPointerEnter={() => onHold?.(true)}
      onPointerLeave={() => onHold?.(false)}
    >
      <Icon name={isProblem ? 'circle-x' : icon} size={14} tone={isProblem ? 'error' : 'faint'} />
      <span>{text}</span>
      {action !== null && (
        <Button variant="quiet" size="small" onPress={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
