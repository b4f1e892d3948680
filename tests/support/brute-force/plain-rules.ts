import type { Change } from '#core/model/change.ts';
import { isNeed } from '#core/model/dependency.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { find, isInside, type PlainEstate } from './plain-estate.ts';

/** Trouble as the oracle sees it: which rule, about which nodes, with which sub-key. */
export interface PlainTrouble {
  readonly rule: string;
  readonly severity: string;
  readonly about: readonly NodeId[];
  readonly key: string;
}

function needs(estate: PlainEstate): PlainTrouble[] {
  const missed = [
    ...estate.dependencies
      .filter((each) => isNeed(each.type) && find(estate, each.from) !== undefined)
      .map((each) => each.to),
    ...estate.nodes.flatMap((node) => (node.parent === null ? [] : node.parent)),
  ].filter((id) => find(estate, id) === undefined);
  return missed.map((id) => ({
    rule: estate.taken.includes(id) ? 'removed-node-is-not-needed' : 'needed-node-is-there',
    severity: 'error',
    about: [id],
    key: '',
  }));
}

/** Grows the set of reached nodes until it stays the same; what is left is out of reach. */
function outOfReach(estate: PlainEstate): NodeId[] {
  const gateways = (id: string): string[] =>
    estate.dependencies
      .filter((each) => each.type === 'reaches-through' && each.from === id)
      .map((each) => each.to);
  const reached = new Set<string>();
  for (let round = 0; round <= estate.nodes.length; round += 1) {
    for (const node of estate.nodes) {
      const ways = gateways(node.id);
      if (ways.length === 0 || ways.some((way) => reached.has(way))) reached.add(node.id);
    }
  }
  return estate.nodes.filter((node) => !reached.has(node.id)).map((node) => node.id);
}

/** Which nodes nobody reaches in a state (the engine tells them by gateway, so they are compared apart). */
export function findUnreached(estate: PlainEstate): readonly NodeId[] {
  return outOfReach(estate);
}

function offer(estate: PlainEstate, id: string): number | null {
  const own = find(estate, id)?.capacity.memoryMiB ?? null;
  if (own !== null) return own;
  const hosts = estate.nodes.filter((node) => node.parent === id && node.kind === 'host');
  const offers = hosts.map((host) => offer(estate, host.id));
  if (offers.length === 0 || offers.includes(null)) return null;
  return offers.reduce<number>((sum, each) => sum + (each ?? 0), 0);
}

function room(estate: PlainEstate): PlainTrouble[] {
  return estate.nodes.flatMap((host): PlainTrouble[] => {
    if (host.kind !== 'host') return [];
    const takes = estate.nodes
      .filter((node) => node.parent === host.id && node.kind !== 'host')
      .flatMap((node) => node.usage.memoryMiB ?? node.capacity.memoryMiB ?? []);
    if (takes.length === 0) return [];
    const there = offer(estate, host.id);
    const rule = 'host-has-room';
    if (there === null) return [{ rule, severity: 'info', about: [], key: 'unknown' }];
    const sum = takes.reduce((a, b) => a + b, 0);
    return sum > there ? [{ rule, severity: 'error', about: [host.id], key: '' }] : [];
  });
}

/** In the plans of the oracle every duty has a subject, no environment, and is accountable. */
function duties(estate: PlainEstate): PlainTrouble[] {
  return estate.duties.flatMap((duty): PlainTrouble[] => {
    if (duty.subject === null || find(estate, duty.subject) === undefined) return [];
    const rows = estate.duties.filter((each) => each.area === duty.area && each.subject === duty.subject);
    const held = rows.filter((each) => each.party !== null);
    if (new Set(held.map((each) => each.party)).size === 1) return [];
    const severity = held.length > 0 && held.every((each) => each.joint) ? 'info' : 'warning';
    return [{ rule: 'duty-has-one-accountable', severity, about: [duty.subject], key: `${duty.area} ` }];
  });
}

function unplaced(estate: PlainEstate): PlainTrouble[] {
  return estate.nodes
    .filter((node) => node.parent === null && ['host', 'server', 'service'].includes(node.kind))
    .map(() => ({ rule: 'is-placed', severity: 'info', about: [], key: '' }));
}

/** All that is wrong in one state. */
export function troublesOfState(estate: PlainEstate): PlainTrouble[] {
  return [...needs(estate), ...room(estate), ...duties(estate), ...unplaced(estate)];
}

/** All that a change rests on without right, in the state before it. */
export function troublesOfChange(estate: PlainEstate, change: Change, plan: Plan): PlainTrouble[] {
  const found: PlainTrouble[] = [];
  const report = (rule: string, about: NodeId[], key: string): void => {
    found.push({ rule, severity: 'error', about, key });
  };
  const handOver = change.kind === 'hand-over' ? plan.handovers.get(change.handover) : undefined;
  const own = change.kind === 'add' ? change.node.id : 'node' in change ? change.node : null;
  const link =
    change.kind === 'rewire' ? estate.dependencies.find((each) => each.id === change.dependency) : undefined;
  const about = handOver?.subject ?? link?.from ?? own;
  for (const each of change.conditions) {
    if (!each.met) report('condition-is-met', about === null ? [] : [about], each.id);
  }
  const target = 'into' in change ? change.into : 'to' in change ? (change.to ?? null) : null;
  for (const question of plan.questions) {
    if (!question.blocking || question.status === 'answered') continue;
    const rests = question.about.some(
      (id) =>
        id === change.id ||
        id === own ||
        id === about ||
        id === target ||
        (own !== null &&
          find(estate, id) !== undefined &&
          isInside(estate, id, own) &&
          ['move', 'merge', 'remove'].includes(change.kind)),
    );
    const there = change.kind !== 'move' && change.kind !== 'merge' && change.kind !== 'remove';
    const known = there || find(estate, own) !== undefined || question.about.includes(change.id);
    if (rests && known) {
      report('blocking-question-is-answered', about === null ? [] : [about], `${question.id} ${change.kind}`);
    }
  }
  if (handOver !== undefined && handOver.status !== 'accepted') {
    report('hand-over-is-accepted', handOver.subject === null ? [] : [handOver.subject], handOver.id);
  }
  if (change.kind === 'remove' && find(estate, change.node) !== undefined && plan.nodes.has(change.node)) {
    const agreed = plan.dispositions
      .filter((each) => each.node === change.node)
      .some((each) => each.disposition === 'retire' && each.agreed);
    if (!agreed) report('removal-is-agreed', [change.node], '');
    for (const node of estate.nodes) {
      const today = plan.nodes.get(node.id);
      const isBrought =
        today !== undefined && today.parent !== node.parent && isInside(estate, node.id, change.node);
      const isAgreed = plan.dispositions.filter((each) => each.node === node.id).some((each) => each.agreed);
      if (node.id !== change.node && isBrought && !isAgreed) report('removal-is-agreed', [node.id], '');
    }
  }
  return found;
}
