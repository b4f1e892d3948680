import type { ReactNode, RefObject } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover as AriaPopover,
  Separator,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Floating.module.css';

export interface MenuItemProps {
  readonly children: string;
  readonly icon?: IconName;
  readonly keyCap?: string | undefined;
  readonly isDanger?: boolean;
  /** Why it is off; it is off when this is a text. */
  readonly why?: string | null;
  readonly note?: string | undefined;
  readonly onAction: () => void;
}

/** One line of a menu. */
export function MenuItem({
  children,
  icon,
  keyCap,
  isDanger = false,
  why = null,
  note,
  onAction,
}: MenuItemProps) {
  return (
    <AriaMenuItem
      className={classNames(styles['item'], isDanger && styles['danger'])}
      textValue={children}
      aria-label={children}
      isDisabled={why !== null}
      onAction={onAction}
    >
      {icon !== undefined && <Icon name={icon} size={14} />}
      <span>{children}</span>
      {(why ?? note) !== undefined && <span className={styles['note']}>{why ?? note}</span>}
      {keyCap !== undefined && <kbd aria-hidden="true">{keyCap}</kbd>}
    </AriaMenuItem>
  );
}

/** A line between groups of a menu. */
export function MenuSeparator() {
  return <Separator className={styles['separator'] ?? ''} />;
}

export interface MenuProps {
  readonly label: string;
  readonly children: ReactNode;
  /** The button that opens it; without one, give `isOpen`, `onOpenChange` and `anchor`. */
  readonly trigger?: ReactNode;
  readonly anchor?: RefObject<Element | null>;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right top';
}

/** A menu on a button, or at a place (`anchor`) while `isOpen`. */
export function Menu({
  label,
  children,
  trigger,
  anchor,
  isOpen,
  onOpenChange,
  placement = 'bottom start',
}: MenuProps) {
  const control = {
    ...(isOpen === undefined ? {} : { isOpen }),
    ...(onOpenChange === undefined ? {} : { onOpenChange }),
  };
  const menu = (
    <AriaPopover
      className={styles['popover'] ?? ''}
      aria-label={label}
      placement={placement}
      offset={4}
      {...(trigger === undefined ? control : {})}
      {...(anchor === undefined ? {} : { triggerRef: anchor })}
    >
      <AriaMenu
        aria-label={label}
        className={styles['menu'] ?? ''}
        {...(trigger === undefined ? { autoFocus: 'first', onClose: () => onOpenChange?.(false) } : {})}
      >
        {children}
      </AriaMenu>
    </AriaPopover>
  );
  if (trigger === undefined) return menu;
  return (
    <MenuTrigger {...control}>
      {trigger}
      {menu}
    </MenuTrigger>
  );
}
