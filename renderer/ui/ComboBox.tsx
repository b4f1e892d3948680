import { useState } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { uiText } from '#text/ui.ts';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { Option } from './Select.tsx';
import styles from './Field.module.css';
import floating from './Floating.module.css';

export interface ComboBoxProps<Value extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  /** `null` when the field was emptied. With `allowsCustom` any text comes through. */
  readonly onChange: (value: Value | null) => void;
  readonly placeholder?: string;
  readonly allowsCustom?: boolean;
  readonly autoFocus?: boolean;
  readonly className?: string | undefined;
}

/** One of many values, found by typing. */
export function ComboBox<Value extends string>({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
  placeholder,
  allowsCustom = false,
  autoFocus = false,
  className,
}: ComboBoxProps<Value>) {
  const labelOf = (each: string | null): string =>
    options.find((option) => option.value === each)?.label ?? each ?? '';
  const [text, setText] = useState(labelOf(value));
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(labelOf(value));
  }
  const wanted = text.trim().toLowerCase();
  // While the field says what is chosen, all can be chosen; what is typed narrows it down.
  const shown =
    wanted === '' || text === labelOf(value)
      ? options
      : options.filter((option) => option.label.toLowerCase().includes(wanted));
  const isCustom = allowsCustom && value !== null && !options.some((option) => option.value === value);
  return (
    <AriaComboBox
      className={classNames(styles['field'], className)}
      menuTrigger="focus"
      allowsCustomValue={allowsCustom}
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={autoFocus}
      items={shown.map((option) => ({ ...option, id: option.value }))}
      inputValue={text}
      value={isCustom ? null : value}
      onInputChange={(next) => {
        setText(next);
        if (next === '') onChange(null);
        // A text that is not in the list is a value of its own where the list is open.
        else if (allowsCustom)
          onChange(options.find((option) => option.label === next)?.value ?? (next as Value));
      }}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen === undefined) return;
        setText(chosen.label);
        onChange(chosen.value);
      }}
    >
      <Label className={(isLabelHidden ? styles['hidden'] : styles['label']) ?? ''}>{label}</Label>
      <span className={styles['input'] ?? ''}>
        <Input {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className={styles['clear'] ?? ''} aria-label={uiText.showChoices}>
          <Icon name="chevron-down" size={14} />
        </Button>
      </span>
      <Popover className={floating['popover'] ?? ''} offset={4}>
        <ListBox
          className={floating['menu'] ?? ''}
          renderEmptyState={() => <div className={styles['empty']}>{uiText.nothingFits}</div>}
        >
          {(option: Option<Value>) => (
            <ListBoxItem className={floating['item'] ?? ''} textValue={option.label}>
              {option.icon !== undefined && <Icon name={option.icon} size={14} />}
              <span>{option.label}</span>
              {option.note !== undefined && <span className={floating['note']}>{option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
