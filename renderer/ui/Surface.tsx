import type { ComponentType, ReactNode, RefObject } from 'react';
import { Popover } from 'react-aria-components';
import styles from './Floating.module.css';

/** What opens a floating surface and where it stands: the same for menus and popovers. */
export interface SurfaceControl {
  /** The button that opens it; without one, give `isOpen`, `onOpenChange` and `anchor`. */
  readonly trigger?: ReactNode;
  readonly anchor?: RefObject<Element | null>;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right top' | 'left top';
}

interface Control {
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

interface SurfaceProps extends SurfaceControl {
  /** Ties the button to what it opens. */
  readonly Trigger: ComponentType<Control & { readonly children: ReactNode }>;
  /** Pixels between the anchor and the surface. */
  readonly offset: number;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A surface beside the button that opens it, or at a place (`anchor`) while `isOpen`. */
export function Surface({
  Trigger,
  trigger,
  anchor,
  isOpen,
  onOpenChange,
  placement = 'bottom start',
  offset,
  label,
  children,
}: SurfaceProps) {
  const control: Control = {
    ...(isOpen === undefined ? {} : { isOpen }),
    ...(onOpenChange === undefined ? {} : { onOpenChange }),
  };
  const surface = (
    <Popover
      className={styles['popover'] ?? ''}
      placement={placement}
      offset={offset}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(trigger === undefined ? control : {})}
      {...(anchor === undefined ? {} : { triggerRef: anchor })}
    >
      {children}
    </Popover>
  );
  if (trigger === undefined) return surface;
  return (
    <Trigger {...control}>
      {trigger}
      {surface}
    </Trigger>
  );
}
