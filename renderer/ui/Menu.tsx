import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger, Separator } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { Surface, type SurfaceControl } from './Surface.tsx';
import styles from './Floating.module.css';

export interface MenuItemProps {
  readonly children: string;
  /** `none` leaves the room of an icon free, where the chosen line has a check. */
  readonly icon?: IconName | 'none';
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
      {icon === 'none' && <span className={styles['noIcon']} />}
      {icon !== undefined && icon !== 'none' && <Icon name={icon} size={14} />}
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

export interface MenuProps extends SurfaceControl {
  readonly label: string;
  readonly children: ReactNode;
}

/** A menu on a button, or at a place (`anchor`) while `isOpen`. */
export function Menu({ label, children, ...control }: MenuProps) {
  const { trigger, onOpenChange } = control;
  return (
    <Surface Trigger={MenuTrigger} offset={4} label={label} {...control}>
      <AriaMenu
        aria-label={label}
        className={styles['menu'] ?? ''}
        {...(trigger === undefined ? { autoFocus: 'first', onClose: () => onOpenChange?.(false) } : {})}
      >
        {children}
      </AriaMenu>
    </Surface>
  );
}
