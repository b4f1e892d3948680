import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import type { Exporter, ExportOptions } from '#core/exporters/contract.ts';
import { csvExporter } from '#core/exporters/csv/csv-exporter.ts';
import { xlsxExporter } from '#core/exporters/xlsx/xlsx-exporter.ts';
import { maskSecrets } from '#core/importers/secrets.ts';
import { toNode, type InventoryNode } from '#core/model/node.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { arbitraryEstate } from '#support/arbitrary-estate.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';
import { emptyReport } from '#support/example-reports.ts';
import { hostileNames } from '#support/hostile-names.ts';
import { readBack, type ReadBack } from '#support/read-back.ts';

const all: ExportOptions = { phase: null, party: null, without: [] };

/**
 * A text as a table can say it: line ends are `\n`, lone surrogates and NUL can't be written, and a cell of blanks alone is an
 * empty one in a spreadsheet.
 */
function said(text: string): string {
  const clean = text.toWellFormed().replaceAll('\u0000', '').replaceAll(/\r\n?/gu, '\n');
  return clean.trim() === '' ? '' : clean;
}

function sizes(each: Readonly<Record<string, number | null>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(each).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
}

/** What a plan says, in the form in which it is compared. */
function factsOfPlan(plan: Plan): unknown {
  const added = [...plan.changes].flatMap((change) =>
    change.kind === 'add' ? [{ ...change.node, status: 'planned' as const }] : [],
  );
  const nodes: InventoryNode[] = [...plan.nodes, ...added];
  const ids = new Set<string>(nodes.map((node) => node.id));
  return {
    nodes: nodes
      .map((node) => ({
        id: node.id,
        kind: node.kind,
        name: said(node.name),
        parent: node.parent !== null && ids.has(node.parent) ? node.parent : null,
        environment: node.environment,
        status: node.status,
        os: node.os,
        tags: node.tags.map(said),
        domains: node.domains.map(said).filter((domain) => domain !== ''),
        addresses: node.addresses.map(said),
        capacity: sizes({ ...node.capacity }),
        usage: sizes({ ...node.usage }),
        count: node.count,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    dependencies: plan.dependencies
      .map((each) => `${each.from} ${each.type} ${each.to} ${each.encrypted}`)
      .sort(),
    duties: plan.duties.map((each) => `${each.area} ${each.subject} ${each.joint}`).sort(),
    questions: plan.questions
      .map((each) => `${said(each.text)} ${each.about.join()} ${each.blocking}`)
      .sort(),
  };
}

function factsOfBack(back: ReadBack): unknown {
  const idOf = new Map(back.nodes.map((node) => [node.key, node.identities?.[0] ?? '']));
  const id = (key: string | null | undefined): string | null =>
    key === null || key === undefined ? null : (idOf.get(key) ?? null);
  const full = back.proposals.find((proposal) => /nodes/iu.test(proposal.source.name))?.items ?? [];
  return {
    nodes: full
      .flatMap((node) =>
        node.is !== 'node'
          ? []
          : {
              id: id(node.key) ?? '',
              kind: node.kind,
              name: said(node.name),
              parent: id(node.parent),
              environment: node.environment ?? null,
              status: node.status,
              os: node.os ?? null,
              tags: (node.tags ?? []).map(said),
              domains: (node.domains ?? []).map(said).filter((domain) => domain !== ''),
              addresses: node.addresses ?? [],
              capacity: node.capacity ?? {},
              usage: node.usage ?? {},
              count: node.count,
            },
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    dependencies: back.items
      .flatMap((each) =>
        each.is === 'dependency'
          ? [`${id(each.from)} ${each.type} ${id(each.to)} ${each.encrypted ?? null}`]
          : [],
      )
      .sort(),
    duties: back.items
      .flatMap((each) => (each.is === 'duty' ? [`${each.area} ${id(each.subject)} ${each.joint}`] : []))
      .sort(),
    questions: back.items
      .flatMap((each) =>
        each.is === 'question' ? [`${said(each.text)} ${each.about.map(id).join()} ${each.blocking}`] : [],
      )
      .sort(),
  };
}

function comesBack(exporter: Exporter, plan: Plan): void {
  const back = readBack(exporter.export(plan, emptyReport, all).files);
  expect(back.errors).toEqual([]);
  expect(factsOfBack(back)).toEqual(factsOfPlan(plan));
}

describe('our own tables come back as they were', () => {
  for (const exporter of [csvExporter, xlsxExporter]) {
    it(`${exporter.format}: random plans, names of any sort, names that stand twice`, () => {
      fc.assert(
        fc.property(arbitraryPlan({ nodes: 12, changes: 6, least: 1 }), (plan) => comesBack(exporter, plan)),
        { numRuns: runs('property') },
      );
    });

    it(`${exporter.format}: sizes, systems, addresses, tags`, () => {
      fc.assert(
        fc.property(arbitraryEstate(), (plan) => comesBack(exporter, plan)),
        { numRuns: runs('property') },
      );
    });

    it(`${exporter.format}: hostile names`, () => {
      fc.assert(
        fc.property(fc.array(hostileNames(), { minLength: 20, maxLength: 20 }), (names) => {
          // What looks like a secret is masked by every import.
          const harmless = names.filter((name) => maskSecrets(`${name};x`).secrets.length === 0);
          const nodes = harmless.map((name, index) =>
            toNode({ id: toId('nd', `nd_${index}`), kind: 'server', name, tags: [name, 'x'] }),
          );
          comesBack(exporter, { ...planOf({}), nodes: toTable(nodes) });
        }),
        { numRuns: Math.ceil(runs('hostileNames') / 20) },
      );
    });
  }
});
