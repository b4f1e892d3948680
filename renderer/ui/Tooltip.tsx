import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip } from 'react-aria-components';
import styles from './Floating.module.css';

/** The bubble itself; stands beside its button inside a `TooltipTrigger`. */
export function TooltipBubble({
  children,
  keyCap,
}: {
  readonly children: ReactNode;
  readonly keyCap?: string | undefined;
}) {
  return (
    <AriaTooltip className={styles['tooltip'] ?? ''} offset={6}>
      {children}
      {keyCap !== undefined && <kbd>{keyCap}</kbd>}
    </AriaTooltip>
  );
}
