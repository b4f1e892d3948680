import { reportParts, type ReportPart } from '#core/exporters/report-parts.ts';
import { reportText as text } from '#text/report.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Popover } from '#ui/Popover.tsx';
import styles from './ReportView.module.css';

/** Which parts a report has. Only the whole plan has all of them; sources, notes and marks every report has. */
const everywhere: readonly ReportPart[] = ['sources', 'notes', 'marks'];

/** The button that chooses the parts of a report. */
export function ReportParts({
  isWhole,
  without,
  onChange,
}: {
  readonly isWhole: boolean;
  readonly without: readonly ReportPart[];
  readonly onChange: (without: readonly ReportPart[]) => void;
}) {
  const parts = reportParts.filter((part) => isWhole || everywhere.includes(part));
  return (
    <Popover
      label={text.partsOf}
      className={styles['parts']}
      trigger={<Button icon="sliders-horizontal">{text.parts}</Button>}
    >
      {parts.map((part) => (
        <Checkbox
          key={part}
          isSelected={!without.includes(part)}
          onChange={(isOn) => onChange(isOn ? without.filter((each) => each !== part) : [...without, part])}
        >
          {text.part[part]}
        </Checkbox>
      ))}
    </Popover>
  );
}
