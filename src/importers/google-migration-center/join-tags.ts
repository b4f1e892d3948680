import { toEvidence } from '../csv/row-view.ts';
import { addDuties } from '../csv/row-relations.ts';
import { isNoValue } from '../csv/units.ts';
import { addFacts } from '../vendor-table/add-facts.ts';
import type { VendorReading } from '../vendor-table/vendor-format.ts';
import { toRowView, type VendorColumn } from '../vendor-table/vendor-row.ts';
import { groupByMachine } from './machines.ts';

const owner: readonly VendorColumn[] = [{ field: 'owner', from: ['value'] }];

/** Adds tags to their machines; the keys `env`, `app` and `owner` mean more than a tag. */
export function joinTags(
  reading: VendorReading,
  findEnvironment: (word: string) => string | undefined,
): void {
  const { reader } = reading;
  for (const [machine, rows] of groupByMachine(reading)) {
    for (const row of rows) {
      const key = row.find('key');
      const value = row.find('value');
      if (key === undefined || value === undefined || isNoValue(value.value)) continue;
      const name = key.value.toLowerCase();
      if (/^env(?:ironment)?$/u.test(name)) {
        const environment = findEnvironment(value.value) ?? value.value;
        addFacts(reader, machine, { environment }, [toEvidence(value, 'environment')], 'a tag');
        continue;
      }
      // A tag without a key has to get one there: our own export writes `tag`.
      const tag = name === 'tag' ? value.value : `${key.value}:${value.value}`;
      addFacts(reader, machine, { tags: [tag] }, [toEvidence(value, 'tags')], 'a tag');
      if (/^(?:owner|team)$/u.test(name)) addDuties(reader, toRowView(row, owner), machine, false);
      if (/^app(?:lication)?$/u.test(name)) {
        reader.collector.add({
          is: 'node',
          key: `service:${machine.key.slice('server:'.length)}/${value.value.toLowerCase()}`,
          kind: 'service',
          type: 'application',
          name: value.value,
          parent: machine.key,
          tags: [`app:${value.value}`],
          confidence: 'sure',
          reasons: [`the tag "${key.value}"`],
          evidence: [toEvidence(value, 'name')],
        });
      }
    }
  }
}
