import { useMemo, type ReactNode } from 'react';
import type { ProposedItem, ProposedNode } from '#core/importers/contract.ts';
import { canContain, nodeKinds, nodeTypes } from '#core/model/node.ts';
import type { ReviewRow } from '#stores/review-rows.ts';
import { correct, useReview } from '#stores/review-store.ts';
import { reviewText as text } from '#text/review.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { ComboBox } from '#ui/ComboBox.tsx';
import { toKindIcon } from '#ui/kind-icon.ts';
import { Select } from '#ui/Select.tsx';
import { SourceLink } from '#ui/SourceLink.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './ReviewCard.module.css';

const statuses = ['active', 'dormant', 'unknown', 'planned'] as const;

function Field({
  label,
  item,
  field,
  children,
}: {
  readonly label: string;
  readonly item: ProposedItem;
  readonly field: string;
  readonly children: ReactNode;
}) {
  const evidence = item.evidence.find((each) => each.field === field);
  return (
    <>
      <span aria-hidden="true">{label}</span>
      {children}
      {evidence === undefined ? (
        <span />
      ) : (
        <SourceLink source={null} line={evidence.line} quote={evidence.quote} />
      )}
    </>
  );
}

function NodeFields({ row, item }: { readonly row: ReviewRow; readonly item: ProposedNode }) {
  const rows = useReview((state) => state.rows);
  const words = text.fields;
  const kind = item.kind;
  const places = useMemo(
    () =>
      rows.flatMap(({ item: other, source }) =>
        other.is === 'node' && source === row.source && other.key !== item.key && canContain(other.kind, kind)
          ? [{ value: other.key, label: other.name, icon: toKindIcon(other.kind, other.type ?? null) }]
          : [],
      ),
    [rows, row.source, item.key, kind],
  );
  return (
    <>
      <Field label={words.name} item={item} field="name">
        <TextField
          isLabelHidden
          isSoft
          label={words.name}
          value={item.name}
          onChange={(name) => correct(row.key, { name })}
        />
      </Field>
      <Field label={words.kind} item={item} field="kind">
        <Select
          isLabelHidden
          label={words.kind}
          value={kind}
          onChange={(next) => correct(row.key, { kind: next })}
          options={nodeKinds.map((value) => ({
            value,
            label: text.kinds[value],
            icon: toKindIcon(value, null),
          }))}
        />
      </Field>
      <Field label={words.place} item={item} field="parent">
        <ComboBox
          isLabelHidden
          label={words.place}
          placeholder={text.placeUnknown}
          value={item.parent ?? null}
          onChange={(parent) => correct(row.key, { parent })}
          options={places}
        />
      </Field>
      <Field label={words.type} item={item} field="type">
        <ComboBox
          isLabelHidden
          allowsCustom
          label={words.type}
          placeholder={text.placeUnknown}
          value={item.type ?? null}
          onChange={(type) => correct(row.key, { type: type ?? 'unknown' })}
          options={nodeTypes.map((value: string) => ({ value, label: value }))}
        />
      </Field>
      <Field label={words.status} item={item} field="status">
        <Select
          isLabelHidden
          label={words.status}
          value={item.status ?? 'active'}
          onChange={(status) => correct(row.key, { status })}
          options={statuses.map((value) => ({ value, label: text.statuses[value] }))}
        />
      </Field>
    </>
  );
}

function TextOf({
  row,
  field,
  label,
  value,
  isLong = false,
}: {
  readonly row: ReviewRow;
  readonly field: 'name' | 'text' | 'area' | 'why';
  readonly label: string;
  readonly value: string;
  readonly isLong?: boolean;
}) {
  return (
    <Field label={label} item={row.item} field={field}>
      <TextField
        isLabelHidden
        isSoft
        label={label}
        value={value}
        multiline={isLong}
        onChange={(next) => correct(row.key, { [field]: next })}
      />
    </Field>
  );
}

/** What of a found thing can be corrected before it is accepted. */
export function CardFields({ row }: { readonly row: ReviewRow }) {
  const correction = useReview((state) => state.corrections[row.key]);
  const words = text.fields;
  // A correction holds fields of the same item, see `correct`.
  const item: ProposedItem = { ...row.item, ...correction };
  switch (item.is) {
    case 'node':
      return (
        <div className={styles['fields']}>
          <NodeFields row={row} item={item} />
        </div>
      );
    case 'question':
      return (
        <div className={styles['fields']}>
          <TextOf row={row} field="text" label={words.text} value={item.text} isLong />
          <span />
          <Checkbox isSelected={item.blocking} onChange={(blocking) => correct(row.key, { blocking })}>
            {words.blocking}
          </Checkbox>
        </div>
      );
    case 'party':
    case 'phase':
      return (
        <div className={styles['fields']}>
          <TextOf row={row} field="name" label={words.name} value={item.name} />
        </div>
      );
    case 'duty':
      return (
        <div className={styles['fields']}>
          <TextOf row={row} field="area" label={words.area} value={item.area} />
        </div>
      );
    case 'disposition':
      return (
        <div className={styles['fields']}>
          <TextOf row={row} field="why" label={words.why} value={item.why} isLong />
        </div>
      );
    case 'dependency':
    case 'move':
      return null;
  }
}
