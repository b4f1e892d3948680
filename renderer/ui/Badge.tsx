import { uiText } from '#text/ui.ts';
import { Chip } from './Chip.tsx';

/** How many findings of one severity; the word is there for those who do not see the icon. */
export function Badge({
  severity,
  count,
}: {
  readonly severity: 'error' | 'warning' | 'info';
  readonly count: number;
}) {
  const icon = severity === 'error' ? 'circle-x' : severity === 'warning' ? 'triangle-alert' : 'info';
  return (
    <span role="img" aria-label={uiText.severity(severity, count)}>
      <Chip tone={severity} icon={icon}>
        {count}
      </Chip>
    </span>
  );
}
