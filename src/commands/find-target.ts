import { assertNever } from '#core/base/assert-never.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import type { Plan } from '#core/model/plan.ts';
import { findChange, findDependency, findDuty, findHandOver, findRule } from './find-plan-entry.ts';
import { findByText } from './find-by-text.ts';
import { isUnclear, isUnknown, type FindTrouble } from './find-trouble.ts';
import { findKnownNode } from './known-nodes.ts';
import { findNode } from './find-node.ts';
import type { FindTarget, Target } from './references.ts';

function isThere(plan: Plan, target: Target, id: string): boolean {
  switch (target) {
    case 'node':
      return findKnownNode(plan, id) !== undefined;
    case 'dependency':
      return plan.dependencies.has(id);
    case 'party':
      return plan.parties.has(id);
    case 'duty':
      return plan.duties.has(id);
    case 'question':
      return plan.questions.has(id);
    case 'phase':
      return plan.phases.has(id);
    case 'change':
      return plan.changes.has(id);
    case 'handover':
      return plan.handovers.has(id);
    case 'task':
      return plan.tasks.has(id);
    case 'rule':
      return plan.rules.has(id);
    case 'accepted':
      return plan.accepted.has(id);
    case 'calendar':
      return plan.calendar.has(id);
    default:
      return assertNever(target);
  }
}

function findByName(plan: Plan, target: Target, text: string): Result<string, FindTrouble> {
  switch (target) {
    case 'node':
      return findNode(plan, text);
    case 'dependency':
      return findDependency(plan, text);
    case 'party':
      return findByText('party', plan.parties, (row) => row.name, text);
    case 'duty':
      return findDuty(plan, text);
    case 'question':
      return findByText('question', plan.questions, (row) => row.text, text);
    case 'phase':
      return findByText('phase', plan.phases, (row) => row.name, text);
    case 'change':
      return findChange(plan, text);
    case 'handover':
      return findHandOver(plan, text);
    case 'task':
      return findByText('task', plan.tasks, (row) => row.text, text);
    case 'rule':
      return findRule(plan, text);
    case 'accepted':
      return findByText('accepted finding', plan.accepted, (row) => row.finding, text);
    case 'calendar':
      return findByText('calendar entry', plan.calendar, (row) => row.name, text);
    default:
      return assertNever(target);
  }
}

const targetWords: Readonly<Record<Target, string>> = {
  node: 'node',
  dependency: 'dependency',
  party: 'party',
  duty: 'duty',
  question: 'question',
  phase: 'phase',
  change: 'change',
  handover: 'hand-over',
  task: 'task',
  rule: 'rule',
  accepted: 'accepted finding',
  calendar: 'calendar entry',
};

function toTargetWords(targets: readonly Target[]): string {
  const words = targets.map((target) => targetWords[target]);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** What `$2` means: of all that the second command made, the one that fits the argument. */
function findMade(
  plan: Plan,
  made: readonly (readonly string[])[],
  targets: readonly Target[],
  number: number,
): Result<string, FindTrouble> {
  const ids = made[number - 1];
  const trouble = (words: string): Result<string, FindTrouble> => fail(isUnclear(`"$${number}" ${words}`));
  if (ids === undefined) {
    return trouble(`stands for what command ${number} made, and that has not run before this one.`);
  }
  for (const target of targets) {
    const fitting = ids.filter((id) => isThere(plan, target, id));
    const [only] = fitting;
    if (fitting.length > 1) {
      return trouble(`is not clear: command ${number} made ${fitting.length} of that sort.`);
    }
    if (only !== undefined) return ok(only);
  }
  return trouble(`does not fit: command ${number} made no ${toTargetWords(targets)}.`);
}

/** How the arguments of one command find what they point at, in the plan as it is just before that command. */
export function toFindTarget(plan: Plan, made: readonly (readonly string[])[]): FindTarget {
  return (targets, text) => {
    const number = /^\$([1-9]\d{0,5})$/.exec(text);
    if (number !== null) return findMade(plan, made, targets, Number(number[1]));
    if (targets.some((target) => isThere(plan, target, text))) return ok(text);
    const troubles: FindTrouble[] = [];
    for (const target of targets) {
      const found = findByName(plan, target, text);
      if (found.ok) return found;
      troubles.push(found.error);
    }
    const unclear = troubles.find(({ kind }) => kind === 'unclear');
    const [first] = troubles;
    const isOnly = troubles.length === 1 && first !== undefined;
    return fail(unclear ?? (isOnly ? first : isUnknown(toTargetWords(targets), text, '')));
  };
}
