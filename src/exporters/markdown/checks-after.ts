import { assertNever } from '#core/base/assert-never.ts';
import { mdText } from '#core/exporters/encode/markdown-text.ts';
import { toDependencyVerb } from '#core/exporters/reading/dependency-words.ts';
import type { NumberedChange, PlanPart, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { isNeed, type Dependency } from '#core/model/dependency.ts';
import type { NodeId } from '#core/model/ids.ts';
import { dependenciesInto, dependenciesOutOf, subtreeIn, type Estate } from '#core/state/estate.ts';
import { toNodeName, toPartyName } from './change-words.ts';
import { listedUpTo } from './words.ts';

const most = 12;

function toStill(reader: PlanReader, dependency: Dependency): string {
  const port = dependency.port === null ? '' : ` (port ${dependency.port})`;
  if (dependency.type === 'reaches-through') {
    return `${toNodeName(reader, dependency.from)} is still reached through ${toNodeName(reader, dependency.to)}${port}`;
  }
  const verb = toDependencyVerb(dependency.type);
  return `${toNodeName(reader, dependency.from)} still ${verb} ${toNodeName(reader, dependency.to)}${port}`;
}

/** Everything that is done by or to the things of a subtree across its border. */
function acrossBorder(estate: Estate, inside: ReadonlySet<string>): Dependency[] {
  return [...inside]
    .flatMap((id) => {
      const node = estate.nodes.get(id)?.id;
      return node === undefined
        ? []
        : [...dependenciesOutOf(estate, node), ...dependenciesInto(estate, node)];
    })
    .filter((each) => inside.has(each.from) !== inside.has(each.to))
    .filter((each) => estate.nodes.has(each.from) && estate.nodes.has(each.to));
}

function idsOf(estate: Estate, id: NodeId): Set<string> {
  return new Set(subtreeIn(estate, id).map((node) => node.id));
}

function afterMove(reader: PlanReader, estate: Estate, id: NodeId): string[] {
  if (!estate.nodes.has(id)) return [];
  const inside = subtreeIn(estate, id);
  const domains = inside.flatMap((node) => node.domains).map(mdText);
  return [
    ...(domains.length === 0
      ? []
      : [`${listedUpTo(domains, 4)} ${domains.length === 1 ? 'answers' : 'answer'} from the new place`]),
    ...acrossBorder(estate, idsOf(estate, id)).map((each) => toStill(reader, each)),
  ];
}

function afterEnd(reader: PlanReader, before: Estate, id: NodeId): string[] {
  const inside = idsOf(before, id);
  const callers = acrossBorder(before, inside)
    .filter((each) => inside.has(each.to) && isNeed(each.type))
    .map((each) => toNodeName(reader, each.from));
  const domains = [...inside].flatMap((each) => before.nodes.get(each)?.domains ?? []).map(mdText);
  const name = toNodeName(reader, id);
  return [
    callers.length === 0
      ? `Nothing tries to reach ${name} any more`
      : `${listedUpTo([...new Set(callers)], 4)} works without ${name}`,
    ...(domains.length === 0 ? [] : [`Nobody misses ${listedUpTo(domains, 4)}`]),
  ];
}

function toChecks(reader: PlanReader, { change, before }: NumberedChange, end: Estate): string[] {
  switch (change.kind) {
    case 'move':
      return afterMove(reader, end, change.node);
    case 'merge':
      return afterMove(reader, end, change.into);
    case 'remove':
      return afterEnd(reader, before, change.node);
    case 'add':
      return change.node.kind === 'provider' || change.node.kind === 'site'
        ? [`${toNodeName(reader, change.node.id)} can be used: contract, access and billing stand`]
        : [`${toNodeName(reader, change.node.id)} is up, monitored and backed up`];
    case 'resize':
      return [`${toNodeName(reader, change.node)} runs with its new size`];
    case 'rewire': {
      const dependency = end.dependencies.get(change.dependency);
      if (dependency === undefined || !end.nodes.has(dependency.to)) return [];
      return [toStill(reader, dependency)];
    }
    case 'hand-over': {
      const handOver = reader.plan.handovers.get(change.handover);
      if (handOver === undefined) return [];
      const subject = handOver.subject === null ? '' : ` of ${toNodeName(reader, handOver.subject)}`;
      return [
        `${toPartyName(reader, handOver.to)} takes care of the ${mdText(handOver.area)}${subject} and has shown it`,
      ];
    }
    default:
      return assertNever(change);
  }
}

/**
 * What to look at when a phase is done, read off the graph: everything that a moved thing needs or is needed by, the names
 * that must answer, and that nobody misses what went. What is gone again at the end of the phase is not asked about.
 */
export function toChecksAfter(reader: PlanReader, part: PlanPart): string[] {
  const { party } = reader.options;
  if (party !== null) return [];
  const checks = [...new Set(part.changes.flatMap((each) => toChecks(reader, each, part.end)))];
  const rest = checks.length - most;
  return rest > 0
    ? [...checks.slice(0, most), `and ${rest} more: every dependency of what moved, see the inventory`]
    : checks;
}

/** What to look at directly after one step, when it is done alone. */
export function toChecksOf(reader: PlanReader, each: NumberedChange): string[] {
  return [...new Set(toChecks(reader, each, each.after))].slice(0, most);
}
