import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Button.module.css';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: IconName | undefined;
  /** The key that does the same, shown as a cap. */
  readonly keyCap?: string | undefined;
  /** Why the button is off; the button is off when this is a text. */
  readonly why?: string | null;
  readonly isDisabled?: boolean;
  /** What it is about, where the words on it are not enough ("Accept" of which row). */
  readonly description?: string | undefined;
  readonly autoFocus?: boolean;
  readonly className?: string | undefined;
  readonly slot?: AriaButtonProps['slot'];
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A button with words. One primary a surface; danger is red text, never a red fill. */
export function Button({
  children,
  onPress,
  variant = 'plain',
  size = 'medium',
  icon,
  keyCap,
  why = null,
  isDisabled = false,
  description,
  autoFocus = false,
  className,
  slot,
  buttonRef,
}: ButtonProps) {
  const said = why ?? description;
  return (
    <AriaButton
      className={classNames(styles['button'], styles[variant], styles[size], className)}
      isDisabled={isDisabled || why !== null}
      autoFocus={autoFocus}
      {...(onPress === undefined ? {} : { onPress })}
      {...(slot === undefined ? {} : { slot })}
      {...(buttonRef === undefined ? {} : { ref: buttonRef })}
      {...(said === undefined
        ? {}
        : { render: (props) => <button {...props} title={why ?? undefined} aria-description={said} /> })}
    >
      {icon !== undefined && <Icon name={icon} size={size === 'small' ? 12 : size === 'large' ? 16 : 14} />}
      {children}
      {keyCap !== undefined && <kbd aria-hidden="true">{keyCap}</kbd>}
    </AriaButton>
  );
}
