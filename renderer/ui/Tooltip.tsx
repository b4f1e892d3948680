import type { DOMAttributes, ReactElement, ReactNode } from 'react';
import { Focusable, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
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

/** Says something more about a small thing on hover and focus; never the only place of a fact. */
export function Tooltip({
  children,
  text,
}: {
  readonly children: ReactElement<DOMAttributes<HTMLElement>, string>;
  readonly text: ReactNode;
}) {
  return (
    <TooltipTrigger delay={500}>
      <Focusable>{children}</Focusable>
      <TooltipBubble>{text}</TooltipBubble>
    </TooltipTrigger>
  );
}
