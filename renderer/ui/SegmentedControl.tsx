import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './Tabs.module.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly count?: number;
  readonly why?: string | null;
}

export interface SegmentedControlProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Segment<Value>[];
  readonly className?: string | undefined;
}

/** One of two to seven, all in sight. */
export function SegmentedControl<Value extends string>({
  label,
  value,
  onChange,
  options,
  className,
}: SegmentedControlProps<Value>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classNames(styles['segments'], className)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value));
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          className={styles['segment'] ?? ''}
          isDisabled={(option.why ?? null) !== null}
          {...(option.why === undefined || option.why === null
            ? {}
            : {
                render: (props) => (
                  <button
                    {...props}
                    title={option.why ?? undefined}
                    aria-description={option.why ?? undefined}
                  />
                ),
              })}
        >
          {option.label}
          {option.count !== undefined && <span className={styles['count']}>{option.count}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
