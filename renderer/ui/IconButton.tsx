import type { Ref } from 'react';
import { Button as AriaButton, TooltipTrigger } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { TooltipBubble } from './Tooltip.tsx';
import styles from './Button.module.css';

export interface IconButtonProps {
  readonly icon: IconName;
  /** The accessible name. */
  readonly label: string;
  /** What the tooltip says when that is more than the name ("Undo: move wiki to hel1"). */
  readonly tip?: string | undefined;
  readonly keyCap?: string | undefined;
  readonly onPress?: () => void;
  readonly size?: 'small' | 'medium';
  /** For a toggle: whether it is on. */
  readonly isPressed?: boolean | undefined;
  readonly isDisabled?: boolean;
  readonly why?: string | null;
  readonly description?: string | undefined;
  readonly className?: string | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A button that is a picture: always with a name, and a tooltip with the key. */
export function IconButton({
  icon,
  label,
  tip,
  keyCap,
  onPress,
  size = 'medium',
  isPressed,
  isDisabled = false,
  why = null,
  description,
  className,
  buttonRef,
}: IconButtonProps) {
  const said = why ?? description ?? (tip === label ? undefined : tip);
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <AriaButton
        aria-label={label}
        className={classNames(styles['iconButton'], size === 'small' && styles['smallIcon'], className)}
        isDisabled={isDisabled || why !== null}
        {...(onPress === undefined ? {} : { onPress })}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        {...(buttonRef === undefined ? {} : { ref: buttonRef })}
        render={(props) => <button {...props} aria-description={said} />}
      >
        <Icon name={icon} size={size === 'small' ? 14 : 16} />
      </AriaButton>
      <TooltipBubble keyCap={keyCap}>{tip ?? label}</TooltipBubble>
    </TooltipTrigger>
  );
}
