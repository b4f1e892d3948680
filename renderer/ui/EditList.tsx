import { Icon } from './Icon.tsx';
import styles from './EditList.module.css';

/** One edit of a list: what it was, and what a press does. */
export interface EditListItem {
  readonly key: number;
  readonly label: string;
  /** It is taken back at the moment. */
  readonly isUndone: boolean;
  /** The plan is as this edit left it. */
  readonly isNow: boolean;
  /** What a press does, in words. */
  readonly action: string;
  readonly note?: string | undefined;
  readonly onPress: () => void;
}

/** Edits as points that one can go to; the one where the plan stands is marked. */
export function EditList({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly EditListItem[];
}) {
  return (
    <ol className={styles['list']} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} data-undone={item.isUndone}>
          <button
            type="button"
            aria-label={item.action}
            aria-current={item.isNow ? 'step' : undefined}
            title={item.label}
            onClick={item.onPress}
          >
            <Icon name={item.isNow ? 'check' : item.isUndone ? 'redo-2' : 'undo-2'} size={12} />
            <span>{item.label}</span>
            {item.note !== undefined && <small>{item.note}</small>}
          </button>
        </li>
      ))}
    </ol>
  );
}
