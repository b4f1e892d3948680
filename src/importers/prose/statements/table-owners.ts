import type { Row } from '#core/importers/prose/outline/block.ts';
import { addEvidence, type Thing } from '#core/importers/prose/proposal/draft.ts';
import { needDuty } from './duties.ts';
import { canBeParty, needParty, splitParties } from './parties.ts';
import { type Reading, toEvidence } from './reading.ts';
import { cellOf, type Columns } from './table-columns.ts';
import type { Unit } from './unit.ts';

/** The owners and contacts that a row names for its thing. */
export function readOwners(reading: Reading, unit: Unit, thing: Thing, row: Row, columns: Columns): void {
  for (const column of ['owner', 'contact'] as const) {
    const cell = cellOf(row, columns, column);
    if (cell === null || /\?/u.test(cell.plain)) continue;
    for (const each of splitParties(cell.plain, 0)) {
      const lower =
        /^[a-z][a-z0-9-]{2,20}$/u.test(each.name) &&
        !/^(?:none|yes|no|self|internal|external|n\/a)$/u.test(each.name);
      const named =
        /^\p{Lu}[\p{L}\d&.-]*(?:\s[\p{L}\d&.-]+){0,3}$/u.test(each.name) && each.name.length <= 40;
      if (!canBeParty(reading, each.name) && !lower && !named) continue;
      const where = { unit: { ...unit, text: cell }, from: each.from, to: each.to };
      const party = needParty(reading, each.name, where, `it stands in a column "${column}"`);
      if (lower && party.kind === 'vendor') party.kind = 'person';
      const duty = needDuty(
        reading,
        'operation',
        { subject: thing.key, environment: null },
        party.key,
        column === 'owner' ? 'accountable' : 'responsible',
      );
      duty.reason = `it stands in a column "${column}"`;
      addEvidence(duty.evidence, toEvidence(reading, cell, 'party', each.from, each.to));
    }
  }
}
