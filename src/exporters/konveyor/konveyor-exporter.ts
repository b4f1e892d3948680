import { sortedBy } from '#core/base/compare.ts';
import type { Exporter } from '#core/exporters/contract.ts';
import { isFormula } from '#core/base/formula.ts';
import { toRawCsv, type RawCell } from '#core/exporters/encode/raw-csv.ts';
import { makeLoss, type Loss } from '#core/exporters/reading/loss.ts';
import { toPlanReader, type PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { splitTag, toCellText } from '#core/exporters/vendor/cells.ts';
import { tellNodeLosses, tellPlanLosses } from '#core/exporters/vendor/losses.ts';
import { toMachines } from '#core/exporters/vendor/machines.ts';
import { isNeed } from '#core/model/dependency.ts';
import { toApplications, type Application, type Applications } from './applications.ts';
import { breakCycles } from './break-cycles.ts';

const mostTags = 20;
const headings: readonly string[] = [
  'Record Type 1',
  'Application Name',
  'Description',
  'Comments',
  'Business Service',
  'Dependency',
  'Dependency Direction',
  'Binary Group',
  'Binary Artifact',
  'Binary Version',
  'Binary Packaging',
  'Repository Type',
  'Repository URL',
  'Repository Branch',
  'Repository Path',
  'Owner',
  'Contributors',
  ...Array.from({ length: mostTags }, (_, index) => [`Tag Category ${index + 1}`, `Tag ${index + 1}`]).flat(),
];

interface Tag {
  readonly category: string;
  readonly value: string;
}

function toTags({ nodes, phase }: Application): {
  readonly tags: readonly Tag[];
  readonly service: string | null;
} {
  let service: string | null = null;
  const tags = nodes.flatMap((node): Tag[] => [
    ...(node.environment === null ? [] : [{ category: 'Environment', value: node.environment }]),
    ...(node.os === null ? [] : [{ category: 'Operating System', value: node.os }]),
    ...node.tags.flatMap((tag): Tag[] => {
      const { key, value } = splitTag(tag);
      if (key === 'business-service') {
        service ??= value;
        return [];
      }
      return [{ category: key ?? 'Tag', value }];
    }),
  ]);
  const all = [...tags, ...(phase === null ? [] : [{ category: 'Phase', value: phase }])];
  const unique = new Map(all.map((tag) => [`${tag.category}\u0000${tag.value}`.toLowerCase(), tag]));
  return { tags: [...unique.values()], service };
}

function toRow(application: Application, loss: Loss): RawCell[] {
  const { tags, service } = toTags(application);
  for (const tag of tags.slice(mostTags))
    loss.add('tags beyond the twentieth of an application', `${tag.category}=${tag.value}`);
  const row: RawCell[] = headings.map(() => null);
  row[0] = 1;
  row[1] = application.name;
  row[4] = toCellText(service);
  for (const [index, tag] of tags.slice(0, mostTags).entries()) {
    row[17 + index * 2] = toCellText(tag.category);
    row[18 + index * 2] = toCellText(tag.value);
  }
  return row;
}

function toDependencyRows(reader: PlanReader, applications: Applications, loss: Loss): RawCell[][] {
  const seen = new Set<string>();
  const needs = sortedBy(reader.plan.dependencies, (each) => each.id).flatMap((each) => {
    const [from, to] = [applications.nameOf(each.from), applications.nameOf(each.to)];
    const key = `${from}\u0000${to}`;
    if (!isNeed(each.type) || from === null || to === null || from === to) {
      loss.add('dependencies that are not between two applications', reader.nameOf(each.id));
      return [];
    }
    if (each.type !== 'uses') loss.add('what sort of dependency it is', `${from} ${each.type} ${to}`);
    if ((each.protocol ?? each.port ?? each.encrypted) !== null)
      loss.add('protocol, port, encryption', `${from} → ${to}`);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ from, to }];
  });
  const { kept, dropped } = breakCycles(needs);
  for (const { from, to } of dropped) loss.add('dependencies that close a circle', `${from} → ${to}`);
  return kept.map(({ from, to }) => {
    const row: RawCell[] = headings.map(() => null);
    [row[0], row[1], row[5], row[6]] = [2, from, to, 'southbound'];
    return row;
  });
}

/**
 * The applications for Konveyor (Tackle), with what needs what as rows of type 2 behind all others. Every row is as wide as the
 * header. Source: konveyor/tackle2-hub `internal/api/import.go`.
 */
export const konveyorExporter: Exporter = {
  format: 'konveyor',
  title: 'Konveyor',
  export: (plan, report, options) => {
    const reader = toPlanReader(plan, report, options);
    const loss = makeLoss();
    const applications = toApplications(reader, loss);
    const list = applications.list.filter(({ name }) => {
      // The name is what every other row points at: without it the row says nothing.
      if (isFormula(name)) loss.add('applications whose name starts like a formula', name);
      return !isFormula(name);
    });
    const written = new Set<string>();
    for (const node of list.flatMap((each) => each.nodes)) {
      written.add(node.id);
      tellNodeLosses(node, loss, ['tags', 'environment', 'operating system']);
      if (node.parent !== null) loss.add('places (provider, site, host, server)', node.name);
    }
    for (const { node } of [...toMachines(reader, 'server'), ...toMachines(reader, 'host')]) {
      if (!written.has(node.id)) loss.add('servers and hosts', node.name);
    }
    const names = new Set(list.map((each) => each.name));
    const dependencies = toDependencyRows(
      reader,
      {
        list,
        nameOf: (id) => [applications.nameOf(id)].find((name) => name !== null && names.has(name)) ?? null,
      },
      loss,
    );
    tellPlanLosses(reader, loss, ['dependencies']);
    const rows = [...list.map((each) => toRow(each, loss)), ...dependencies];
    return {
      files: [{ path: 'konveyor.csv', content: toRawCsv({ headings, rows }, loss) }],
      notFitted: loss.toNotFitted(),
    };
  },
};
