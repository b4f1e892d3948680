import type { MappedColumn } from '#core/importers/csv/column-mapping.ts';
import { columnFields, isColumnField, type ColumnField } from '#core/importers/csv/column-fields.ts';
import type { ColumnChoice } from '#stores/review-columns.ts';
import { columnsText as text } from '#text/columns.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { ConfidenceBars } from './ReviewLine.tsx';
import styles from './ColumnsPane.module.css';

const ignored = 'ignored';
const asWritten = 'as-written';
const units = ['MiB', 'GiB', 'TiB', '%'] as const;
const sized: readonly ColumnField[] = ['memory', 'disk', 'usedMemory', 'usedDisk'];

const meanings = [
  { value: ignored, label: text.ignored },
  ...columnFields.map((field) => ({ value: field, label: text.fields[field] })),
];

/** One column of a table: its heading and first values, what it means, and why that is believed. */
export function ColumnRow({
  column,
  number,
  values,
  isChosen,
  onChoose,
}: {
  readonly column: MappedColumn;
  /** From 1, for a column without a heading. */
  readonly number: number;
  readonly values: readonly string[];
  /** Whether a person gave it this meaning. */
  readonly isChosen: boolean;
  readonly onChoose: (choice: ColumnChoice) => void;
}) {
  const { field, unit, confidence, because } = column;
  const heading = column.heading === '' ? text.noHeading(number) : column.heading;
  // What is a secret is never imported, whatever it is called.
  const isLocked = field === 'secret' && !isChosen;
  return (
    <div
      className={styles['column']}
      role="listitem"
      aria-label={heading}
      data-ignored={field === null || undefined}
    >
      <div className={styles['left']}>
        <span className={styles['heading']}>{heading}</span>
        <span className={styles['values']}>{values.length === 0 ? text.empty : values.join('  ·  ')}</span>
      </div>
      <div className={styles['right']}>
        <div className={styles['choice']}>
          {isLocked && <span className={styles['means']}>{text.fields.secret}</span>}
          {!isLocked && (
            <Select
              isLabelHidden
              className={styles['means']}
              label={text.means(heading)}
              value={field ?? ignored}
              options={meanings}
              onChange={(next) => {
                if (next !== (field ?? ignored))
                  onChoose({ field: isColumnField(next) ? next : null, unit: null });
              }}
            />
          )}
          {field !== null && sized.includes(field) && (
            <Select
              isLabelHidden
              className={styles['unit']}
              label={text.unit(heading)}
              value={unit ?? asWritten}
              options={[
                { value: asWritten, label: text.noUnit },
                ...units.map((value) => ({ value, label: text.units[value] })),
              ]}
              onChange={(next) => onChoose({ field, unit: next === asWritten ? null : next })}
            />
          )}
          {isChosen && (
            <Button
              size="small"
              variant="quiet"
              description={text.resetOf(heading)}
              onPress={() => onChoose(null)}
            >
              {text.reset}
            </Button>
          )}
        </div>
        <span className={styles['why']}>
          {field !== null && <ConfidenceBars confidence={confidence} />}
          {because}
        </span>
      </div>
    </div>
  );
}
