import type { CollectionName, Plan } from '#core/model/plan.ts';
import type { Draft } from './draft.ts';
import { toChangeName, toPhaseName } from '#core/graph/entry-words.ts';
import { changesByTarget, dependenciesByEnd, dutiesBySubject, nodesByParent, toTarget } from './pointers.ts';

/** What shall go; everything that cannot stay without it goes along. */
export interface TakenOut {
  readonly nodes?: Iterable<string>;
  readonly dependencies?: Iterable<string>;
  readonly duties?: Iterable<string>;
  readonly changes?: Iterable<string>;
  readonly handovers?: Iterable<string>;
  readonly phases?: Iterable<string>;
}

interface Gone {
  readonly nodes: Set<string>;
  readonly dependencies: Set<string>;
  readonly duties: Set<string>;
  readonly changes: Set<string>;
  readonly handovers: Set<string>;
  readonly phases: Set<string>;
}

const toSize = (gone: Gone): number =>
  Object.values(gone).reduce((sum, set: Set<string>) => sum + set.size, 0);

/** What stands on nodes that go, begins or ends there, is owed on them, or is a change of them. */
function addOnNodes(plan: Plan, gone: Gone): void {
  // A set that grows is gone through to its new end: what stands inside comes along.
  for (const id of gone.nodes) {
    for (const child of nodesByParent.find(plan.nodes, id)) gone.nodes.add(child);
    for (const each of dependenciesByEnd.find(plan.dependencies, id)) gone.dependencies.add(each);
    for (const duty of dutiesBySubject.find(plan.duties, id)) gone.duties.add(duty);
    addChangesOn(plan, gone, toTarget('node', id));
  }
  for (const row of plan.handovers) {
    if (row.subject !== null && gone.nodes.has(row.subject)) gone.handovers.add(row.id);
  }
}

/** Changes on something that goes; what only waits for a change that goes stays. */
function addChangesOn(plan: Plan, gone: Gone, target: string): void {
  for (const change of changesByTarget.find(plan.changes, target)) gone.changes.add(change);
}

/** One round of what goes along; repeated until nothing more does. Nothing is gone through but what goes. */
function addRound(plan: Plan, gone: Gone): void {
  if (gone.nodes.size > 0) addOnNodes(plan, gone);
  for (const id of gone.dependencies) addChangesOn(plan, gone, toTarget('dependency', id));
  for (const id of gone.handovers) addChangesOn(plan, gone, toTarget('hand-over', id));
  for (const id of gone.changes) {
    const change = plan.changes.get(id);
    if (change?.kind === 'add' && !plan.nodes.has(change.node.id)) gone.nodes.add(change.node.id);
    if (change?.kind === 'hand-over') gone.handovers.add(change.handover);
  }
}

function toGone(plan: Plan, start: TakenOut): Gone {
  const gone: Gone = {
    nodes: new Set(start.nodes),
    dependencies: new Set(start.dependencies),
    duties: new Set(start.duties),
    changes: new Set(start.changes),
    handovers: new Set(start.handovers),
    phases: new Set(start.phases),
  };
  for (let before = -1; before !== toSize(gone);) {
    before = toSize(gone);
    addRound(plan, gone);
  }
  return gone;
}

function noteWithdrawn(draft: Draft, gone: Gone, asked: TakenOut): void {
  const { plan } = draft;
  const askedChanges = new Set(asked.changes);
  const askedHandOvers = new Set(asked.handovers);
  for (const id of gone.changes) {
    const change = plan.changes.get(id);
    if (change === undefined || askedChanges.has(id)) continue;
    const place = change.phase === null ? '' : ` from ${toPhaseName(plan, change.phase)}`;
    draft.note(`Withdrawn${place}: ${toChangeName(plan, change)}.`);
  }
  for (const id of gone.handovers) {
    const handOver = plan.handovers.get(id);
    if (handOver !== undefined && !askedHandOvers.has(id)) {
      draft.note(`Withdrawn: the hand-over of ${handOver.area}.`);
    }
  }
}

function dropTasks(draft: Draft, gone: Gone): void {
  const tasks = draft.plan.tasks.filter(
    ({ on }) => gone.changes.has(on) || gone.handovers.has(on) || gone.phases.has(on),
  );
  draft.drop(
    'tasks',
    tasks.map(({ id }) => id),
  );
  if (tasks.length > 0) {
    draft.note(
      `${tasks.length === 1 ? 'One task of its checklist was' : `${tasks.length} tasks of its checklist were`} dropped.`,
    );
  }
}

/** Calendar entries for what is gone end; those for more than that go on for the rest. */
function cleanCalendar(draft: Draft, gone: Gone): void {
  for (const entry of draft.plan.calendar) {
    const { nodes = [] } = entry;
    const left = nodes.filter((id) => !gone.nodes.has(id));
    if (left.length === nodes.length) continue;
    if (left.length > 0) draft.put('calendar', { ...entry, nodes: left });
    else {
      draft.drop('calendar', [entry.id]);
      draft.note(`The ${entry.kind} "${entry.name}" ended: it was for what is gone.`);
    }
  }
}

/** Ends rules and acceptances that make no sense any more, and takes what goes off the others. */
function cleanRules(draft: Draft, gone: Gone): void {
  for (const rule of draft.plan.rules.filter((row) => row.nodes.some((id) => gone.nodes.has(id)))) {
    const nodes = rule.nodes.filter((id) => !gone.nodes.has(id));
    const least = rule.kind === 'together' || rule.kind === 'apart' ? 2 : 1;
    if (nodes.length >= least) draft.put('rules', { ...rule, nodes });
    else {
      draft.drop('rules', [rule.id]);
      draft.note(`The rule "${rule.kind}" ended: too few of its nodes are left.`);
    }
  }
  const moot = draft.plan.accepted.filter((row) => row.nodes.some((id) => gone.nodes.has(id)));
  draft.drop(
    'accepted',
    moot.map(({ id }) => id),
  );
}

function cleanReferences(draft: Draft, gone: Gone): void {
  const waiting = new Set<string>();
  for (const id of gone.changes) {
    for (const each of changesByTarget.find(draft.plan.changes, toTarget('change', id))) waiting.add(each);
  }
  for (const change of [...waiting].flatMap((id) => draft.plan.changes.get(id) ?? [])) {
    draft.put('changes', { ...change, after: change.after.filter((id) => !gone.changes.has(id)) });
  }
  const all = new Set(Object.values(gone).flatMap((set: Set<string>) => [...set]));
  for (const question of draft.plan.questions.filter((row) => row.about.some((id) => all.has(id)))) {
    const about = question.about.filter((id) => !all.has(id));
    draft.put('questions', { ...question, about });
    if (about.length === 0) draft.note(`The question "${question.text}" is not about anything any more.`);
  }
  cleanRules(draft, gone);
  cleanCalendar(draft, gone);
}

/**
 * Takes things out of a plan with all that cannot stay without them: a node's subtree, dependencies, duties, hand-overs,
 * dispositions and place on the map; changes on any of these; checklists of what is withdrawn. Whatever is left and pointed
 * at them points at them no more. What was withdrawn from the plan is noted.
 */
export function takeOut(draft: Draft, asked: TakenOut): void {
  const gone = toGone(draft.plan, asked);
  noteWithdrawn(draft, gone, asked);
  dropTasks(draft, gone);
  const drops: readonly (readonly [CollectionName, Iterable<string>])[] = [
    ['dispositions', draft.plan.dispositions.filter((row) => gone.nodes.has(row.node)).map((row) => row.id)],
    ['layout', [...gone.nodes].filter((id) => draft.plan.layout.has(id))],
    ['nodes', [...gone.nodes].filter((id) => draft.plan.nodes.has(id))],
    ['dependencies', gone.dependencies],
    ['duties', gone.duties],
    ['changes', gone.changes],
    ['handovers', gone.handovers],
    ['phases', gone.phases],
  ];
  for (const [name, ids] of drops) draft.drop(name, ids);
  cleanReferences(draft, gone);
}
