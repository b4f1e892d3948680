import type { ReactNode, RefObject } from 'react';
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './Floating.module.css';

export interface PopoverProps {
  readonly label: string;
  readonly children: ReactNode;
  /** The button that opens it; without one, give `isOpen` and `anchor`. */
  readonly trigger?: ReactNode;
  readonly anchor?: RefObject<Element | null>;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right top' | 'left top';
  readonly className?: string | undefined;
}

/** A small surface beside its anchor; closes on Esc, focus returns. */
export function Popover({
  label,
  children,
  trigger,
  anchor,
  isOpen,
  onOpenChange,
  placement = 'bottom start',
  className,
}: PopoverProps) {
  const control = {
    ...(isOpen === undefined ? {} : { isOpen }),
    ...(onOpenChange === undefined ? {} : { onOpenChange }),
  };
  const surface = (
    <AriaPopover
      className={styles['popover'] ?? ''}
      placement={placement}
      offset={8}
      {...(trigger === undefined ? control : {})}
      {...(anchor === undefined ? {} : { triggerRef: anchor })}
    >
      <Dialog aria-label={label} className={classNames(styles['content'], className)}>
        {children}
      </Dialog>
    </AriaPopover>
  );
  if (trigger === undefined) return surface;
  return (
    <DialogTrigger {...control}>
      {trigger}
      {surface}
    </DialogTrigger>
  );
}
