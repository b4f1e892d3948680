import type { HTMLInputTypeAttribute, KeyboardEvent } from 'react';
import { FieldError, Input, Label, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './Field.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Called when the field is left or Enter is pressed. */
  readonly onCommit?: (value: string) => void;
  readonly placeholder?: string;
  readonly error?: string | null;
  readonly type?: HTMLInputTypeAttribute;
  readonly multiline?: boolean;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly isSoft?: boolean;
  readonly className?: string | undefined;
}

/** A field with its label above and what is wrong below. */
export function TextField({
  label,
  isLabelHidden = false,
  value,
  onChange,
  onCommit,
  placeholder,
  error = null,
  type = 'text',
  multiline = false,
  autoFocus = false,
  isDisabled = false,
  isSoft = false,
  className,
}: TextFieldProps) {
  const hint = placeholder === undefined ? {} : { placeholder };
  const look = classNames(styles['input'], isSoft && styles['soft'], multiline && styles['area']);
  return (
    <AriaTextField
      className={classNames(styles['field'], className)}
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      isDisabled={isDisabled}
      type={type === 'search' ? 'search' : 'text'}
      // The field itself is what a person asked for by opening its form.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={autoFocus}
      {...(onCommit === undefined
        ? {}
        : {
            onBlur: () => onCommit(value),
            onKeyDown: (event: KeyboardEvent) => {
              if (event.key === 'Enter' && !multiline) onCommit(value);
            },
          })}
    >
      <Label className={(isLabelHidden ? styles['hidden'] : styles['label']) ?? ''}>{label}</Label>
      {multiline ? (
        <TextArea className={look} rows={3} {...hint} />
      ) : (
        <Input className={look} type={type} {...hint} />
      )}
      {error !== null && (
        <FieldError className={styles['error'] ?? ''}>
          <Icon name="circle-x" size={14} />
          {error}
        </FieldError>
      )}
    </AriaTextField>
  );
}
