import { compareText, sortedBy } from '#core/base/compare.ts';
import { isSameArea, type Duty } from '#core/model/duty.ts';
import type { HandOverId, NodeId, PartyId } from '#core/model/ids.ts';
import { nodeKinds, type InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ancestorsIn, dutiesOn, type Estate } from '#core/state/estate.ts';
import { estateAt, phasesInOrder, type StatePoint } from '#core/state/plan-states.ts';

/** Something that duties are owed for: a node, an environment, or the estate as a whole. */
export interface DutySubject {
  readonly key: string;
  readonly node: NodeId | null;
  readonly environment: string | null;
  readonly name: string;
}

/** Who owes a duty in one state. */
export interface DutyHolding {
  readonly parties: readonly { readonly id: PartyId; readonly name: string }[];
  /** `none`: no duty is recorded; `nobody`: it is owed, and nobody owes it; `overlap`: two without agreement. */
  readonly state: 'none' | 'nobody' | 'held' | 'joint' | 'overlap';
  readonly access: string | null;
}

/** One duty on one subject through all states. */
export interface DutyCell {
  readonly subject: DutySubject;
  readonly holdings: readonly DutyHolding[];
  readonly handovers: readonly HandOverId[];
  readonly openQuestions: number;
}

/** One area and its cells, in the order of the matrix's subjects. */
export interface DutyRow {
  readonly area: string;
  readonly group: 'watch' | 'keep' | 'run';
  readonly cells: readonly DutyCell[];
}

/** Who owes what, for whom, in which state. */
export interface DutyMatrix {
  readonly points: readonly { readonly point: StatePoint; readonly name: string | null }[];
  readonly subjects: readonly DutySubject[];
  readonly rows: readonly DutyRow[];
  /** Cells of a state (index as in `points`) that nobody owes, and that two owe. */
  readonly gaps: readonly number[];
  readonly overlaps: readonly number[];
}

const watch = /monitor|alert|alarm|log|uptime|watch/u;
const keep = /backup|restore|snapshot|archive|retention|dump/u;

function groupOf(area: string): DutyRow['group'] {
  const text = area.toLowerCase();
  return keep.test(text) ? 'keep' : watch.test(text) ? 'watch' : 'run';
}

const groupRank = { watch: '0', keep: '1', run: '2' } as const;

function keyOf(node: NodeId | null, environment: string | null): string {
  return `${node ?? ''}|${environment ?? ''}`;
}

/** The duties of an area that count for a node: its own, else the nearest ones above, else its environment's, else those of all. */
export function findDutiesFor(estate: Estate, node: InventoryNode, area: string): Duty[] {
  const here = (duty: Duty): boolean =>
    isSameArea(duty.area, area) && (duty.environment === null || duty.environment === node.environment);
  for (const place of [node, ...ancestorsIn(estate, node.id)]) {
    const found = dutiesOn(estate, place.id).filter(here);
    if (found.length > 0) return found;
  }
  const unplaced = dutiesOn(estate, null).filter(here);
  const ofEnvironment = unplaced.filter((duty) => duty.environment !== null);
  return ofEnvironment.length > 0 ? ofEnvironment : unplaced;
}

function toHolding(plan: Plan, duties: readonly Duty[]): DutyHolding {
  const rows = duties.filter((duty) => duty.role === 'accountable');
  if (rows.length === 0) return { parties: [], state: 'none', access: null };
  const held = new Map<PartyId, string>();
  for (const duty of rows) {
    const party = plan.parties.get(duty.party);
    if (party !== undefined) held.set(party.id, party.name);
  }
  const parties = [...held].map(([id, name]) => ({ id, name })).sort((a, b) => compareText(a.name, b.name));
  const access = rows.map((duty) => duty.access).find((each) => each !== null) ?? null;
  if (parties.length === 0) return { parties, state: 'nobody', access };
  if (parties.length === 1) return { parties, state: 'held', access };
  return { parties, state: rows.every((duty) => duty.joint) ? 'joint' : 'overlap', access };
}

/** The duties of an area that count for a subject of the matrix; none where it is not there in that state. */
export function findDutiesOf(estate: Estate, subject: DutySubject, area: string): Duty[] {
  const node = estate.nodes.get(subject.node);
  if (subject.node !== null && node === undefined) return [];
  if (node !== undefined && subject.environment === null) return findDutiesFor(estate, node, area);
  return dutiesOn(estate, subject.node).filter(
    (duty) => duty.environment === subject.environment && isSameArea(duty.area, area),
  );
}

function subjectsOf(plan: Plan): DutySubject[] {
  const found = new Map<string, DutySubject>();
  const add = (id: NodeId | null, environment: string | null): void => {
    const node = plan.nodes.get(id);
    if (id !== null && node === undefined) return;
    const name = [node?.name, environment].filter((part) => part !== null && part !== undefined).join(', ');
    found.set(keyOf(id, environment), { key: keyOf(id, environment), node: id, environment, name });
  };
  for (const duty of plan.duties) add(duty.subject, duty.environment);
  for (const handover of plan.handovers) add(handover.subject, null);
  const rank = (subject: DutySubject): string => {
    const kind = plan.nodes.get(subject.node)?.kind;
    return `${kind === undefined ? 9 : (nodeKinds.indexOf(kind) + 2) % nodeKinds.length}`;
  };
  return sortedBy(found.values(), rank, (subject) => subject.name);
}

function areasOf(plan: Plan): string[] {
  const found: string[] = [];
  for (const area of [...plan.duties.map((duty) => duty.area), ...plan.handovers.map((each) => each.area)]) {
    if (!found.some((known) => isSameArea(known, area))) found.push(area);
  }
  return sortedBy(
    found,
    (area) => groupRank[groupOf(area)],
    (area) => area.toLowerCase(),
  );
}

function openQuestionsOn(plan: Plan, subject: DutySubject, area: string): number {
  const duties = plan.duties.filter(
    (duty) => isSameArea(duty.area, area) && keyOf(duty.subject, duty.environment) === subject.key,
  );
  const ids = new Set<string>(duties.map((duty) => duty.id));
  return plan.questions.filter(
    (question) => question.status === 'open' && question.about.some((id) => ids.has(id)),
  ).length;
}

/** The duties matrix of a plan: who is accountable for what. */
export function toDutyMatrix(plan: Plan): DutyMatrix {
  const points = [
    { point: 'start' as const, name: null },
    ...phasesInOrder(plan).map((phase) => ({ point: phase.id, name: phase.name })),
    { point: 'end' as const, name: null },
  ];
  const estates = points.map(({ point }) => estateAt(plan, point));
  const subjects = subjectsOf(plan);
  const rows = areasOf(plan).map((area): DutyRow => ({
    area,
    group: groupOf(area),
    cells: subjects.map((subject) => ({
      subject,
      holdings: estates.map((estate) => toHolding(plan, findDutiesOf(estate, subject, area))),
      handovers: sortedBy(
        plan.handovers.filter((each) => each.subject === subject.node && isSameArea(each.area, area)),
        (each) => each.id,
      ).map((each) => each.id),
      openQuestions: openQuestionsOn(plan, subject, area),
    })),
  }));
  const count = (state: DutyHolding['state']): number[] =>
    points.map((_, index) =>
      rows.reduce(
        (sum, row) => sum + row.cells.filter((cell) => cell.holdings[index]?.state === state).length,
        0,
      ),
    );
  return { points, subjects, rows, gaps: count('nobody'), overlaps: count('overlap') };
}
