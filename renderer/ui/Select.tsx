import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { uiText } from '#text/ui.ts';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Field.module.css';
import floating from './Floating.module.css';

/** One choice of a list; `why` says why it is off. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
  readonly note?: string;
  readonly why?: string | null;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  /** A hairline as frame, for toolbars; in forms it has the frame of a field. */
  readonly isSoft?: boolean;
  readonly className?: string | undefined;
}

/** One of a few values. */
export function Select<Value extends string>({
  label,
  isLabelHidden = false,
  value,
  onChange,
  options,
  placeholder = uiText.choose,
  isDisabled = false,
  isSoft = false,
  className,
}: SelectProps<Value>) {
  return (
    <AriaSelect
      className={classNames(styles['field'], className)}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      placeholder={placeholder}
      isDisabled={isDisabled}
    >
      <Label className={(isLabelHidden ? styles['hidden'] : styles['label']) ?? ''}>{label}</Label>
      <Button className={classNames(styles['input'], isSoft && styles['soft'])}>
        <OptionIcon option={options.find((option) => option.value === value)} />
        <SelectValue className={styles['value'] ?? ''}>
          {({ isPlaceholder, selectedText }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <Icon name="chevron-down" size={14} />
      </Button>
      <Popover className={floating['popover'] ?? ''} offset={4}>
        <ListBox
          className={floating['menu'] ?? ''}
          items={options.map((option) => ({ ...option, id: option.value }))}
        >
          {(option) => (
            <ListBoxItem
              className={floating['item'] ?? ''}
              textValue={option.label}
              isDisabled={(option.why ?? null) !== null}
            >
              <OptionIcon option={option} />
              <span>{option.label}</span>
              {(option.why ?? option.note) !== undefined && (
                <span className={floating['note']}>{option.why ?? option.note}</span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function OptionIcon({ option }: { readonly option: { readonly icon?: IconName } | undefined }) {
  return option?.icon === undefined ? null : <Icon name={option.icon} size={14} />;
}
