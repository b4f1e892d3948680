import type { KeyboardEvent, Ref } from 'react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { uiText } from '#text/ui.ts';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './Field.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly keyCap?: string | undefined;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string | undefined;
}

/** A search: the key that leads to it while it is empty, a cross while it is not. */
export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  keyCap,
  onKeyDown,
  inputRef,
  className,
}: SearchFieldProps) {
  return (
    <AriaSearchField
      aria-label={label}
      className={classNames(styles['input'], styles['soft'], className)}
      value={value}
      onChange={onChange}
      {...(onKeyDown === undefined ? {} : { onKeyDown })}
    >
      <Icon name="search" size={14} />
      <Input placeholder={placeholder ?? label} {...(inputRef === undefined ? {} : { ref: inputRef })} />
      {value !== '' && (
        <Button className={styles['clear'] ?? ''} aria-label={uiText.clearSearch}>
          <Icon name="x" size={12} />
        </Button>
      )}
      {value === '' && keyCap !== undefined && <kbd aria-hidden="true">{keyCap}</kbd>}
    </AriaSearchField>
  );
}
