import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './Field.module.css';

export interface CheckboxProps {
  readonly isSelected: boolean;
  readonly isMixed?: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children?: ReactNode;
  /** The name, where there are no words beside the box. */
  readonly label?: string;
  readonly isDisabled?: boolean;
  /** Not where the keys of a list or table around it do the same. */
  readonly isTabStop?: boolean;
  readonly className?: string | undefined;
}

/** On, off or mixed. */
export function Checkbox({
  isSelected,
  isMixed = false,
  onChange,
  children,
  label,
  isDisabled = false,
  isTabStop = true,
  className,
}: CheckboxProps) {
  return (
    <AriaCheckbox
      className={classNames(styles['check'], className)}
      isSelected={isSelected}
      isIndeterminate={isMixed}
      isDisabled={isDisabled}
      excludeFromTabOrder={!isTabStop}
      onChange={onChange}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <span className={styles['box']}>
        {isMixed ? <span className={styles['bar']} /> : isSelected && <Icon name="check" size={12} />}
      </span>
      {children}
    </AriaCheckbox>
  );
}
