import { ToggleButton } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './Chip.module.css';

export interface FilterChipProps {
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

/** A filter that is on or off, with how many it lets through. */
export function FilterChip({ label, count, isOn, onPress }: FilterChipProps) {
  return (
    <ToggleButton
      className={classNames(styles['chip'], styles['filter'], isOn ? styles['accent'] : styles['line'])}
      isSelected={isOn}
      onPress={onPress}
    >
      {label} {count.toLocaleString('en')}
    </ToggleButton>
  );
}
