import type { Severity } from '#core/model/finding.ts';
import type { IconName } from '#ui/icons.ts';

/** The sign of each severity; never without a word or a count beside it. */
export const severityIcons: Readonly<Record<Severity, IconName>> = {
  error: 'circle-x',
  warning: 'triangle-alert',
  info: 'info',
};
