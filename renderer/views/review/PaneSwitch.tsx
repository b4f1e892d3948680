import { showColumns } from '#stores/review-store.ts';
import { columnsText as text } from '#text/columns.ts';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';

/** Words of the table, or its columns. */
export function PaneSwitch({ source, isColumns }: { readonly source: string; readonly isColumns: boolean }) {
  return (
    <SegmentedControl
      label={text.view}
      value={isColumns ? 'columns' : 'words'}
      onChange={(value) => showColumns(value === 'columns' ? source : null)}
      options={[
        { value: 'words', label: text.words },
        { value: 'columns', label: text.show },
      ]}
    />
  );
}
