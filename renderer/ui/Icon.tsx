import { classNames } from './class-names.ts';
import { findIcon, type IconName } from './icons.ts';
import styles from './Icon.module.css';

export interface IconProps {
  readonly name: IconName;
  /** 12, 14, 16 or 20 pixels. */
  readonly size?: 10 | 11 | 12 | 13 | 14 | 16 | 20;
  readonly tone?: 'inherit' | 'faint' | 'error' | 'warning' | 'info' | 'ok' | 'accent';
  readonly className?: string | undefined;
}

/** One drawing of the icon set. It says nothing to assistive technology: the text beside it does. */
export function Icon({ name, size = 16, tone = 'inherit', className }: IconProps) {
  const Drawing = findIcon(name);
  return (
    <Drawing
      aria-hidden="true"
      width={size}
      height={size}
      strokeWidth={size <= 12 ? 2.2 : size >= 20 ? 1.7 : 1.9}
      className={classNames(styles['icon'], styles[tone], className)}
    />
  );
}
