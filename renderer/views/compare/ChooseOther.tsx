import type { ReactNode } from 'react';
import { compareText as text } from '#text/compare.ts';
import { Button } from '#ui/Button.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { Select, type Option } from '#ui/Select.tsx';
import styles from './CompareDialog.module.css';

/** Chooses what the open plan is held against: from where, and there which one; a file is opened. */
export function ChooseOther<Side extends string>({
  label,
  sides,
  side,
  onSide,
  choice,
  options,
  chosen,
  onChoose,
  onFile,
  children,
}: {
  readonly label: string;
  /** The sides with their words; one of them may be `file`. */
  readonly sides: readonly Option<Side>[];
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  /** What the list is called. */
  readonly choice: string;
  readonly options: readonly Option<string>[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  readonly onFile: () => void;
  readonly children?: ReactNode;
}) {
  const isFile = side === 'file';
  return (
    <div className={styles['choices']}>
      <SegmentedControl label={label} value={side} onChange={onSide} options={sides} />
      {!isFile && options.length > 0 && (
        <Select label={choice} isLabelHidden value={chosen} onChange={onChoose} options={options} />
      )}
      {isFile && (
        <Button icon="folder-open" onPress={onFile}>
          {text.file}
        </Button>
      )}
      {children}
    </div>
  );
}
