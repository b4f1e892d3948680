import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Button.module.css';

export interface RowButtonProps {
  readonly icon: IconName;
  /** The accessible name, and the tooltip. */
  readonly label: string;
  /** What tells it from the same button of another row. */
  readonly description: string;
  readonly onPress: () => void;
}

/** The small picture button of a row in a list of thousands: made in a moment while the list scrolls, with the tooltip of the system. */
export function RowButton({ icon, label, description, onPress }: RowButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-description={description}
      title={label}
      className={classNames(styles['iconButton'], styles['smallIcon'], styles['plain'])}
      onClick={onPress}
    >
      <Icon name={icon} size={14} />
    </button>
  );
}
