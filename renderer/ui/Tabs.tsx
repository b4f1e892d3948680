import { useId } from 'react';
import { Tab, TabList, Tabs as AriaTabs } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Tabs.module.css';

export interface TabItem<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon: IconName;
  readonly count?: number | undefined;
  /** What the count means, for assistive technology. */
  readonly description?: string | undefined;
}

export interface TabsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly items: readonly TabItem<Value>[];
  /** The id of the page that the chosen tab shows. */
  readonly controls?: string | undefined;
  readonly className?: string | undefined;
}

/** The bar of tabs; the page that it switches stands elsewhere. */
export function Tabs<Value extends string>({
  label,
  value,
  onChange,
  items,
  controls,
  className,
}: TabsProps<Value>) {
  const id = useId();
  return (
    <AriaTabs
      className={classNames(styles['tabs'], className)}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = items.find((item) => item.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      <TabList aria-label={label} className={styles['list'] ?? ''}>
        {items.map((item) => (
          <Tab
            key={item.value}
            id={item.value}
            aria-label={item.label}
            className={styles['tab'] ?? ''}
            // The library names a panel of its own, which stands elsewhere under another id here.
            render={(props, { isSelected }) =>
              'href' in props ? (
                <a {...props}>{props.children}</a>
              ) : (
                <div {...props} aria-controls={isSelected ? controls : undefined} />
              )
            }
            {...(item.description === undefined ? {} : { 'aria-describedby': `${id}-${item.value}` })}
          >
            <Icon name={item.icon} />
            <span className={styles['words']}>{item.label}</span>
            {item.count !== undefined && item.count > 0 && (
              <span className={styles['count']}>{item.count}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {items.map((item) =>
        item.description === undefined ? null : (
          <span key={item.value} id={`${id}-${item.value}`} hidden>
            {item.description}
          </span>
        ),
      )}
    </AriaTabs>
  );
}
