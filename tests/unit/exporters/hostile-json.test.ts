import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import { parsePlanFile } from '#core/document/plan-file.ts';
import { jsonExporter } from '#core/exporters/json/json-exporter.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';
import { emptyReport } from '#support/example-reports.ts';
import { note } from '#support/figures.ts';
import { hostileNames } from '#support/hostile-names.ts';

const perPlan = 20;

it('E6 JSON holds hostile names: it is read back as it was, well-formed, and pollutes nothing', () => {
  fc.assert(
    fc.property(fc.array(hostileNames(), { minLength: perPlan, maxLength: perPlan }), (names) => {
      const nodes = names.map((name, index) =>
        toNode({ id: toId('nd', `nd_${index}`), kind: 'server', name, notes: name, tags: [name] }),
      );
      const plan = { ...planOf({}), nodes: toTable(nodes) };
      const options = { phase: null, party: null, without: [] };
      const [file] = jsonExporter.export(plan, emptyReport, options).files;
      const text = String(file?.content);
      expect(text.isWellFormed()).toBe(true);
      const read = parsePlanFile(text);
      const back = read.ok ? names.map((_, index) => read.value.nodes.get(`nd_${index}`)) : [];
      const clean = names.map((name) => name.toWellFormed());
      expect(back.map((node) => [node?.name, node?.notes, node?.tags])).toEqual(
        clean.map((name) => [name, name, [name]]),
      );
      expect(Object.keys({})).toEqual([]);
    }),
    { numRuns: Math.ceil(runs('hostileNames') / perPlan) },
  );
  note('E6', 'hostile names in JSON, read back', runs('hostileNames'), runs('hostileNames'));
});
