import { compareText } from '#core/base/compare.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import { isSameArea } from '#core/model/duty.ts';
import { dependencyTypes } from '#core/model/dependency.ts';
import type { ChangeId, DependencyId, DutyId, HandOverId, NodeId, RuleId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Rule } from '#core/model/rule.ts';
import { toDidYouMean } from './close-names.ts';
import { toChangeName, toDependencyWords } from '#core/graph/entry-words.ts';
import { findByText } from './find-by-text.ts';
import { isUnclear, isUnknown, type FindTrouble } from './find-trouble.ts';
import { findNodesByName } from './find-node.ts';
import { findKnownNode, toNodeName } from '#core/graph/known-nodes.ts';

interface Row {
  readonly id: string;
}

function toOne<T extends Row>(
  text: string,
  what: string,
  found: readonly T[],
  all: Iterable<T>,
  toWords: (row: T) => string,
): Result<T['id'], FindTrouble> {
  const [only] = found;
  if (only === undefined) {
    return fail(isUnknown(what, text, toDidYouMean(text, [...all].map(toWords))));
  }
  if (found.length === 1) return ok(only.id);
  const sorted = [...found].sort((a, b) => compareText(a.id, b.id)).slice(0, 5);
  const candidates = sorted.map((row) => `${toWords(row)} (${row.id})`).join(', ');
  return fail(isUnclear(`"${text}" can mean ${candidates}. Write its id.`));
}

function toNodeIds(plan: Plan, text: string): Set<string> {
  const known = findKnownNode(plan, text);
  return new Set(known === undefined ? findNodesByName(plan, text).map(({ id }) => id) : [known.id]);
}

/** The ways to split a text at a word: `a -> b` at `->`, also where a name holds the word itself. */
function toPairs(text: string, word: string): { readonly left: string; readonly right: string }[] {
  const parts = text.split(word);
  if (parts.length > 8) return [];
  return parts
    .slice(1)
    .map((_, index) => ({
      left: parts
        .slice(0, index + 1)
        .join(word)
        .trim(),
      right: parts
        .slice(index + 1)
        .join(word)
        .trim(),
    }))
    .filter(({ left, right }) => left !== '' && right !== '');
}

/** A dependency by `a -> b`, or by `a connects b` where several types lead from one to the other. */
export function findDependency(plan: Plan, text: string): Result<DependencyId, FindTrouble> {
  const ways = [
    ...['->', '→'].flatMap((arrow) => toPairs(text, arrow).map((pair) => ({ ...pair, type: null }))),
    ...dependencyTypes.flatMap((type) => toPairs(text, ` ${type} `).map((pair) => ({ ...pair, type }))),
  ];
  const found = new Set(
    ways.flatMap(({ left, right, type }) => {
      const from = toNodeIds(plan, left);
      const to = toNodeIds(plan, right);
      return plan.dependencies.filter(
        (row) => from.has(row.from) && to.has(row.to) && (type === null || row.type === type),
      );
    }),
  );
  return toOne(text, 'dependency', [...found], plan.dependencies, (row) => toDependencyWords(plan, row));
}

function isChangeOf(plan: Plan, change: Change, subject: string): boolean {
  const node = findChangedNode(change);
  if (node !== null) return toNodeIds(plan, subject).has(node);
  if (change.kind === 'rewire') {
    const found = findDependency(plan, subject);
    return subject === change.dependency || (found.ok && found.value === change.dependency);
  }
  if (change.kind !== 'hand-over') return false;
  const found = findHandOver(plan, subject);
  return subject === change.handover || (found.ok && found.value === change.handover);
}

/** A change by its kind and what it is about: `remove sendy`, `rewire a -> b`, `hand-over backup`. */
export function findChange(plan: Plan, text: string): Result<ChangeId, FindTrouble> {
  const [, kind, subject] = /^(\S+)\s+(.+)$/s.exec(text) ?? [];
  const ofKind = plan.changes.filter((change) => change.kind === kind?.toLowerCase());
  const found =
    subject === undefined ? [] : ofKind.filter((change) => isChangeOf(plan, change, subject.trim()));
  return toOne(text, 'change', found, plan.changes, (change) => toChangeName(plan, change));
}

interface AreaRow extends Row {
  readonly area: string;
  readonly subject: NodeId | null;
}

function findByArea<T extends AreaRow>(
  plan: Plan,
  what: string,
  rows: Iterable<T>,
  text: string,
): Result<T['id'], FindTrouble> {
  const all = [...rows];
  const hasArea = (row: T, area: string): boolean => isSameArea(row.area, area);
  const bySubject = toPairs(text, ' of ').flatMap(({ left, right }) => {
    const nodes = toNodeIds(plan, right);
    return all.filter((row) => hasArea(row, left) && row.subject !== null && nodes.has(row.subject));
  });
  const byArea = all.filter((row) => hasArea(row, text));
  const found = new Set(byArea.length > 0 ? byArea : bySubject);
  return toOne(text, what, [...found], all, (row) =>
    row.subject === null ? row.area : `${row.area} of ${toNodeName(plan, row.subject)}`,
  );
}

/** A hand-over by its area (`backup`), or by area and subject (`backup of web02`). */
export function findHandOver(plan: Plan, text: string): Result<HandOverId, FindTrouble> {
  return findByArea(plan, 'hand-over', plan.handovers, text);
}

/** A duty by its area and subject: `monitoring of web02`. */
export function findDuty(plan: Plan, text: string): Result<DutyId, FindTrouble> {
  return findByArea(plan, 'duty', plan.duties, text);
}

/** A rule by its kind and nodes: `apart web01, web02`. */
export function findRule(plan: Plan, text: string): Result<RuleId, FindTrouble> {
  const toWords = (row: Rule): string =>
    [row.kind, row.nodes.map((id) => toNodeName(plan, id)).join(', ')]
      .filter((each) => each !== '')
      .join(' ');
  const byKind = plan.rules.filter((row) => row.kind === text);
  const [only] = byKind;
  return byKind.length === 1 && only !== undefined
    ? ok(only.id)
    : findByText('rule', plan.rules, toWords, text);
}
