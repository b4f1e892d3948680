import { assertNever } from '#core/base/assert-never.ts';
import { toChangeParts, type PlanNames } from '#core/graph/change-words.ts';
import { mdBold, mdText } from '#core/exporters/encode/markdown-text.ts';
import { toDependencyVerb } from '#core/exporters/reading/dependency-words.ts';
import type { NumberedChange, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toResourceWords } from '#core/exporters/reading/resource-words.ts';
import { capitalised } from './words.ts';
import type { Dependency } from '#core/model/dependency.ts';
import type { RewireChange } from '#core/model/change.ts';

/** A node's name as Markdown in bold; says so when there is no such node. */
export function toNodeName(reader: PlanReader, id: string | null): string {
  return mdBold(reader.nameOf(id)) || '*something unknown*';
}

/** A node's name as plain Markdown; says so when there is none. */
export function toPlainName(reader: PlanReader, id: string | null): string {
  return mdText(reader.nameOf(id)) || '*an unknown place*';
}

/** A party's name, or the gap in words. */
export function toPartyName(reader: PlanReader, id: string | null): string {
  return mdText(reader.nameOf(id)) || '*nobody yet*';
}

function dependencyWords(reader: PlanReader, dependency: Dependency): string {
  const { from, to, type } = dependency;
  return `${toPlainName(reader, from)} ${toDependencyVerb(type)} ${toPlainName(reader, to)}`;
}

/** What is known about a connection besides its ends: `https, port 443, encrypted`. */
function wireDetails(dependency: Dependency): string {
  const encrypted = dependency.encrypted === null ? '' : dependency.encrypted ? 'encrypted' : 'not encrypted';
  const port = dependency.port === null ? '' : `port ${dependency.port}`;
  return [mdText(dependency.protocol ?? ''), port, encrypted].filter((part) => part !== '').join(', ');
}

function wireWords(reader: PlanReader, dependency: Dependency): string {
  const details = wireDetails(dependency);
  return `${dependencyWords(reader, dependency)}${details === '' ? '' : ` (${details})`}`;
}

function rewired(dependency: Dependency, change: RewireChange): Dependency | null {
  if (change.to === null) return null;
  return {
    ...dependency,
    from: change.from ?? dependency.from,
    to: change.to ?? dependency.to,
    type: change.type ?? dependency.type,
    protocol: change.protocol === undefined ? dependency.protocol : change.protocol,
    port: change.port === undefined ? dependency.port : change.port,
    encrypted: change.encrypted === undefined ? dependency.encrypted : change.encrypted,
  };
}

function toNames(reader: PlanReader): PlanNames {
  return {
    plan: reader.plan,
    nameOf: (id) => toNodeName(reader, id),
    partyName: (id) => toPartyName(reader, id),
  };
}

/** What a change does, as the start of an order: `remove **sendy**`. */
export function toWhat(reader: PlanReader, { change }: Pick<NumberedChange, 'change'>): string {
  if (change.kind === 'add') {
    const size = toResourceWords(change.node.capacity);
    return `add ${change.node.kind} ${mdBold(change.node.name)}${size === '' ? '' : ` (${size})`}`;
  }
  if (change.kind === 'rewire') {
    const dependency = reader.plan.dependencies.get(change.dependency);
    if (dependency === undefined) return 'rewire *a dependency that is gone*';
    return `${change.to === null ? 'end' : 'rewire'}: ${dependencyWords(reader, dependency)}`;
  }
  if (change.kind === 'hand-over') {
    const handOver = reader.plan.handovers.get(change.handover);
    if (handOver === undefined) return 'hand over *a duty that is gone*';
    const subject = handOver.subject === null ? '' : ` of ${toNodeName(reader, handOver.subject)}`;
    return `hand over ${mdText(handOver.area)}${subject}`;
  }
  return toChangeParts(toNames(reader), change).act;
}

interface Ends {
  readonly from: string;
  readonly to: string;
}

function rewireEnds(reader: PlanReader, dependency: Dependency, change: RewireChange): Ends {
  const next = rewired(dependency, change);
  if (next === null)
    return { from: wireDetails(dependency) || toPlainName(reader, dependency.to), to: 'ended' };
  const sameEnds =
    next.from === dependency.from && next.to === dependency.to && next.type === dependency.type;
  return sameEnds
    ? { from: wireDetails(dependency) || 'unknown', to: wireDetails(next) || 'unknown' }
    : { from: wireWords(reader, dependency), to: wireWords(reader, next) };
}

function toEnds(reader: PlanReader, { change, before }: NumberedChange): Ends | null {
  const place = (id: string): string => toPlainName(reader, before.nodes.get(id)?.parent ?? null);
  switch (change.kind) {
    case 'move':
      return { from: place(change.node), to: toPlainName(reader, change.to) };
    case 'merge':
      return { from: place(change.node), to: toPlainName(reader, change.into) };
    case 'remove':
      return { from: place(change.node), to: 'gone' };
    case 'add':
      return { from: 'new', to: change.to === null ? '' : toPlainName(reader, change.to) };
    case 'resize': {
      const old = before.nodes.get(change.node)?.capacity;
      const from = old === undefined ? '' : toResourceWords(old);
      return { from: from || 'unknown', to: toResourceWords(change.capacity) || 'unknown' };
    }
    case 'rewire': {
      const dependency = before.dependencies.get(change.dependency);
      return dependency === undefined ? null : rewireEnds(reader, dependency, change);
    }
    case 'hand-over': {
      const handOver = reader.plan.handovers.get(change.handover);
      if (handOver === undefined) return null;
      return { from: toPartyName(reader, handOver.from), to: toPartyName(reader, handOver.to) };
    }
    default:
      return assertNever(change);
  }
}

/** From where to where a change leads, as it is at its turn in the plan: `Digital Ocean → gone`. */
export function toFromTo(reader: PlanReader, each: NumberedChange): string {
  const ends = toEnds(reader, each);
  if (ends === null) return '';
  return ends.to === '' ? ends.from : `${ends.from} → ${ends.to}`;
}

/** A step as an order that stands alone: `Move **shop1** from Harbour Cloud to ny1`. */
export function toStep(reader: PlanReader, each: NumberedChange): string {
  const what = capitalised(toWhat(reader, each));
  const ends = toEnds(reader, each);
  if (ends === null) return what;
  const { from, to } = ends;
  const { kind } = each.change;
  if (kind === 'move' || kind === 'resize' || kind === 'hand-over') return `${what} from ${from} to ${to}`;
  if (kind === 'remove') return `${what} from ${from}`;
  if (kind === 'add') return to === '' ? what : `${what} at ${to}`;
  if (kind === 'merge') return what;
  return to === 'ended' ? what : `${what}, now ${to}`;
}
