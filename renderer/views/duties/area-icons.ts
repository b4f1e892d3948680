import type { IconName } from '#ui/icons.ts';

const icons: ReadonlyMap<string, IconName> = new Map([
  ['operation', 'settings'],
  ['monitoring', 'activity'],
  ['alert receipt', 'bell-ring'],
  ['os upgrades', 'refresh-cw'],
  ['backup', 'archive'],
  ['restore', 'rotate-ccw'],
  ['restore proof', 'rotate-ccw'],
  ['snapshots', 'camera'],
  ['tuning', 'gauge'],
  ['dns', 'globe'],
  ['certificates', 'lock'],
  ['mail', 'mail'],
  ['logs', 'scroll-text'],
  ['application support', 'life-buoy'],
  ['application updates', 'package'],
  ['billing', 'credit-card'],
  ['source repository', 'git-branch'],
  ['credentials', 'key-round'],
  ['security', 'lock'],
]);

/** The icon of an area of duties; areas that somebody named otherwise have the one of all duties. */
export function findAreaIcon(area: string): IconName {
  return icons.get(area.toLowerCase()) ?? 'duties';
}
