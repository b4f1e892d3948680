import { Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components';
import styles from './ChoiceList.module.css';

/** One choice with a sentence that says what it is for. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly note: string;
}

/** Choices that belong together. */
export interface ChoiceGroup<Value extends string> {
  readonly title: string;
  readonly choices: readonly Choice<Value>[];
}

export interface ChoiceListProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly groups: readonly ChoiceGroup<Value>[];
}

/** One of many, in groups, each with its sentence; arrow keys and first letters move through them. */
export function ChoiceList<Value extends string>({ label, value, onChange, groups }: ChoiceListProps<Value>) {
  const choices = groups.flatMap((group) => group.choices);
  return (
    <ListBox
      aria-label={label}
      className={styles['list'] ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = choices.find((choice) => keys === 'all' || keys.has(choice.value));
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {groups.map((group) => (
        <ListBoxSection key={group.title} id={group.title}>
          <Header className={styles['title'] ?? ''}>{group.title}</Header>
          {group.choices.map((choice) => (
            <ListBoxItem
              key={choice.value}
              id={choice.value}
              textValue={choice.label}
              className={styles['choice'] ?? ''}
            >
              <Text slot="label" className={styles['label'] ?? ''}>
                {choice.label}
              </Text>
              <Text slot="description" className={styles['note'] ?? ''}>
                {choice.note}
              </Text>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
