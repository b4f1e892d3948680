import { sortedBy } from '#core/base/compare.ts';
import { mdText } from '#core/exporters/encode/markdown-text.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { Duty, DutyRole } from '#core/model/duty.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';
import { toPartyName } from './change-words.ts';
import { stacked } from './section.ts';
import { mdTable } from './table.ts';
import { listed, listedUpTo } from './words.ts';

const most = 300;

interface DutyRow {
  readonly key: string;
  readonly where: string;
  readonly area: string;
  readonly duties: readonly Duty[];
}

function toWhere(reader: PlanReader, duty: Duty): string {
  const subject = mdText(reader.nameOf(duty.subject));
  const environment = mdText(duty.environment ?? '');
  if (subject !== '' && environment !== '') return `${environment} on ${subject}`;
  if (subject !== '') return subject;
  return environment === '' ? 'everything' : `all of ${environment}`;
}

function toSortKey(reader: PlanReader, duty: Duty): string {
  if (duty.subject === null) return ` ${duty.environment ?? ''}`;
  const path = ancestorsIn(reader.end, duty.subject)
    .map((node) => node.name)
    .toReversed();
  return [...path, reader.nameOf(duty.subject), duty.environment ?? ''].join('\u0001');
}

function toRows(reader: PlanReader): DutyRow[] {
  const rows = new Map<string, DutyRow>();
  const all = [...reader.start.duties, ...reader.end.duties];
  for (const duty of sortedBy(all, (each) => each.id)) {
    const area = duty.area.trim().toLowerCase();
    const key = `${toSortKey(reader, duty)}\u0000${area}\u0000${duty.subject ?? ''}`;
    const known = rows.get(key);
    if (known === undefined)
      rows.set(key, { key, where: toWhere(reader, duty), area: duty.area, duties: [duty] });
    else rows.set(key, { ...known, duties: [...known.duties, duty] });
  }
  return sortedBy(rows.values(), (row) => row.key);
}

/** Who holds a role in a state, in words: all names, and whether they hold it together by agreement. */
function toHolders(reader: PlanReader, estate: Estate, row: DutyRow, role: DutyRole): string {
  const ids = new Set(row.duties.map((duty) => duty.id));
  const duties = [...ids].sort().flatMap((id) => {
    const duty = estate.duties.get(id);
    return duty?.role === role ? [duty] : [];
  });
  const names = new Set(duties.map((duty) => toPartyName(reader, duty.party)));
  const joint = names.size > 1 && duties.every((duty) => duty.joint);
  return `${listed([...names])}${joint ? ' (jointly)' : ''}`;
}

function toAccountable(reader: PlanReader, row: DutyRow): string {
  const today = toHolders(reader, reader.start, row, 'accountable');
  const later = toHolders(reader, reader.end, row, 'accountable');
  const [{ subject } = { subject: null }] = row.duties;
  if (subject !== null && !reader.end.nodes.has(subject)) return `${today || '*nobody*'}, until it goes`;
  return today === later
    ? today
    : `${today === '' ? '*nobody*' : today} → ${later === '' ? '*nobody*' : later}`;
}

function toOthers(reader: PlanReader, row: DutyRow): string {
  const roles = ['responsible', 'consulted', 'informed'] as const;
  return roles
    .flatMap((role) => {
      const names = toHolders(reader, reader.end, row, role);
      return names === '' ? [] : [`${names} (${role})`];
    })
    .join('; ');
}

function toAccess(reader: PlanReader, row: DutyRow): string {
  const found = row.duties.flatMap((duty) => {
    const now = reader.end.duties.get(duty.id) ?? duty;
    return now.access === null ? [] : [`${toPartyName(reader, now.party)}: ${now.access}`];
  });
  return [...new Set(found)].join('; ');
}

/** From so many rows on, rows that say the same of several places become one. */
const grouping = 30;
const mostNames = 25;

interface ShownRow {
  readonly where: readonly string[];
  readonly cells: readonly string[];
}

function toShownRows(reader: PlanReader, rows: readonly DutyRow[]): ShownRow[] {
  const all = rows.map((row) => ({
    where: [row.where],
    cells: [mdText(row.area), toAccountable(reader, row), toOthers(reader, row), toAccess(reader, row)],
  }));
  if (rows.length <= grouping) return all;
  const groups = new Map<string, ShownRow>();
  for (const { where, cells } of all) {
    const key = cells.join('\u0000');
    groups.set(key, { where: [...(groups.get(key)?.where ?? []), ...where], cells });
  }
  return [...groups.values()].map(({ where, cells }) => ({ where: [...where].sort(), cells }));
}

/** Who is accountable for what, today and at the end of the plan, by environment first and then by place. */
export function dutiesSection(reader: PlanReader): readonly string[] {
  const { phase, party } = reader.options;
  if (phase !== null) return [];
  const rows = toRows(reader).filter(
    (row) => party === null || row.duties.some((duty) => duty.party === party),
  );
  if (rows.length === 0) return [];
  const columns = ['on', 'duty', 'accountable', 'others', 'access'];
  const shown = toShownRows(reader, rows);
  const rest = shown.length - most;
  return stacked(
    ['## Duties'],
    mdTable(
      columns.map((title) => ({ title })),
      shown.slice(0, most).map((row) => [listedUpTo(row.where, mostNames), ...row.cells]),
    ),
    rest > 0 ? [`And ${rest} more: the CSV export has all of them.`] : [],
  );
}
