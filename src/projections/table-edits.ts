import type { Command } from '#core/model/command.ts';
import type { Duty } from '#core/model/duty.ts';
import type { Plan } from '#core/model/plan.ts';
import { findTypedField, isTypedColumn, type TableColumn } from './table-columns.ts';
import { toCellValue, type TableRow } from './table-rows.ts';
import { isTypedField, toTypedFields } from './typed-fields.ts';

/** Words for one cell, as a person typed or pasted them. */
export interface CellEdit {
  readonly row: TableRow;
  readonly column: TableColumn;
  readonly words: string;
}

/** Why a cell stays as it is: it is not edited, it follows from elsewhere, or the words are no value of its column. */
export type CellTrouble = 'fixed' | 'gone' | 'planned' | 'inherited' | 'no-value';

/** The commands that make edits, all together, and the cells that stay as they are. */
export interface TableEdits {
  readonly commands: readonly Command[];
  /** How many cells change. */
  readonly changed: number;
  readonly left: readonly { readonly edit: CellEdit; readonly trouble: CellTrouble }[];
}

/** The area whose accountable party the table calls the owner. */
const ownedArea = 'operation';

function findOwnDuty(plan: Plan, row: TableRow): Duty | undefined {
  return plan.duties.filter(
    (duty) =>
      duty.subject === row.id &&
      duty.environment === null &&
      duty.area === ownedArea &&
      duty.role === 'accountable',
  )[0];
}

/** Whether a cell can be edited at all, and why not. */
export function findFixed(plan: Plan, row: TableRow, column: TableColumn): CellTrouble | null {
  if (row.isGone) return 'gone';
  if (!isTypedColumn(column)) return 'fixed';
  const field = findTypedField(column);
  return field !== null && !isTypedField(plan, row.node, field) ? 'planned' : null;
}

function isSame(row: TableRow, column: TableColumn, words: string): boolean {
  const value = toCellValue(row, column);
  const typed = words.trim();
  return value === null ? typed === '' || typed === '?' : String(value) === typed;
}

type Fields = Record<string, unknown>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields of one node from two cells; sizes of one capacity go together. */
function join(a: Fields, b: Readonly<Fields>): Fields {
  const joined: Fields = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const before = joined[key];
    joined[key] = isRecord(before) && isRecord(value) ? { ...before, ...value } : value;
  }
  return joined;
}

function toOwnerCommands(
  plan: Plan,
  row: TableRow,
  words: string,
  known: Set<string>,
): readonly Command[] | CellTrouble {
  const duty = findOwnDuty(plan, row);
  const name = words.trim();
  if (name === '' || name === '?')
    return duty === undefined ? 'inherited' : [{ command: 'remove-duty', duty: duty.id }];
  const make = known.has(name.toLowerCase()) ? [] : [{ command: 'add-party', name }];
  known.add(name.toLowerCase());
  const give: Command =
    duty === undefined
      ? { command: 'add-duty', area: ownedArea, subject: row.id, party: name, role: 'accountable' }
      : { command: 'edit-duty', duty: duty.id, party: name };
  return [...make, give];
}

/**
 * The commands behind typed or pasted cells: one edit a node, its owner apart. A party that is not known yet is made. What can't be read is
 * left and told; what means nothing new is no change.
 */
export function toTableEdits(plan: Plan, edits: readonly CellEdit[]): TableEdits {
  const nodes = new Map<string, Fields>();
  const owners: Command[] = [];
  const left: { edit: CellEdit; trouble: CellTrouble }[] = [];
  const parties = new Set(plan.parties.map((party) => party.name.toLowerCase()));
  let changed = 0;
  for (const edit of edits) {
    const { row, column, words } = edit;
    if (isSame(row, column, words)) continue;
    const fixed = findFixed(plan, row, column);
    const field = findTypedField(column);
    if (fixed !== null) left.push({ edit, trouble: fixed });
    else if (field === null) {
      const commands = toOwnerCommands(plan, row, words, parties);
      if (typeof commands === 'string') left.push({ edit, trouble: commands });
      else {
        owners.push(...commands);
        changed += 1;
      }
    } else {
      const fields = toTypedFields(field, words);
      if (fields === null) left.push({ edit, trouble: 'no-value' });
      else {
        nodes.set(row.id, join(nodes.get(row.id) ?? {}, fields));
        changed += 1;
      }
    }
  }
  const commands = [...nodes].map(([node, fields]): Command => ({ command: 'edit-node', node, ...fields }));
  return { commands: [...commands, ...owners], changed, left };
}
