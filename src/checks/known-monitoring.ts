import type { AddChange } from '#core/model/change.ts';
import type { Estate } from '#core/state/estate.ts';

const areas: ReadonlySet<string> = new Set(['monitoring', 'alert receipt']);

/** Whether a duty of this area is one of monitoring. */
export function isMonitoringArea(area: string): boolean {
  return areas.has(area.trim().toLowerCase());
}

/** Whether anybody wrote down any monitoring at all, of whatever. */
export function knowsMonitoring(start: Estate, adds: Iterable<AddChange>): boolean {
  const { dependencies, duties, nodes } = start;
  return (
    duties.filter((duty) => isMonitoringArea(duty.area) && duty.party !== null).length > 0 ||
    dependencies.filter((each) => each.type === 'monitors').length > 0 ||
    nodes.filter((node) => node.type === 'monitoring').length > 0 ||
    [...adds].some((change) => change.node.type === 'monitoring')
  );
}
