import { mdBold, mdText } from '#core/exporters/encode/markdown-text.ts';
import { toDependencyVerb } from '#core/exporters/reading/dependency-words.ts';
import { findMentions } from '#core/exporters/reading/mentions.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { isNeed } from '#core/model/dependency.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { dependenciesInto, subtreeIn } from '#core/state/estate.ts';
import { toRemovalReasons } from './removal-reasons.ts';
import { markOf } from './mark-words.ts';
import { stacked } from './section.ts';
import { mdTable } from './table.ts';
import { listedUpTo } from './words.ts';

/** Candidates for removal and what the plan removes, in the order of the plan, then by name. */
export function toCandidates(reader: PlanReader): InventoryNode[] {
  const ids = new Set<string>();
  for (const disposition of reader.plan.dispositions) {
    if (disposition.disposition === 'retire') ids.add(disposition.node);
  }
  for (const { change } of reader.changes) {
    if (change.kind === 'remove') ids.add(change.node);
  }
  const sequence = new Map<string, number>();
  for (const { number, change } of reader.changes) {
    if ((change.kind === 'remove' || change.kind === 'merge') && !sequence.has(change.node)) {
      sequence.set(change.node, number);
    }
  }
  const rank = (node: InventoryNode): number => sequence.get(node.id) ?? Number.POSITIVE_INFINITY;
  return [...ids]
    .sort()
    .flatMap((id) => reader.findNode(id) ?? [])
    .sort((a, b) => {
      const [left, right] = [rank(a), rank(b)];
      return left === right ? (a.name < b.name ? -1 : 1) : left < right ? -1 : 1;
    });
}

function toNeededBy(reader: PlanReader, node: InventoryNode, candidates: ReadonlySet<string>): string {
  const inside = new Set(subtreeIn(reader.start, node.id).map((each) => each.id));
  const needs = [...inside]
    .flatMap((id) => dependenciesInto(reader.start, id))
    .filter((each) => isNeed(each.type) && !inside.has(each.from))
    .map((each) => {
      const leaves = candidates.has(each.from) ? ', a candidate too' : '';
      return `${mdText(reader.nameOf(each.from))} (${toDependencyVerb(each.type)} it${leaves})`;
    });
  return needs.length === 0 ? 'nobody known' : listedUpTo([...new Set(needs)], 4);
}

function toConditions(reader: PlanReader, node: InventoryNode): string {
  const conditions = reader.dispositionOf(node.id)?.conditions ?? [];
  return conditions.map((each) => `${each.met ? '✓' : '☐'} ${mdText(each.text)}`).join('; ');
}

function toAgreed(reader: PlanReader, node: InventoryNode): string {
  const disposition = reader.dispositionOf(node.id);
  if (disposition?.agreed !== true) return 'not yet';
  const by = mdText(disposition.agreedBy ?? '');
  return by === '' ? 'yes' : `by ${by}`;
}

function toState(reader: PlanReader, node: InventoryNode): string {
  const planned = reader.parts.find((part) =>
    part.changes.some(
      ({ change }) => (change.kind === 'remove' || change.kind === 'merge') && change.node === node.id,
    ),
  );
  const questions = reader
    .questionsAbout(node.id)
    .filter(({ question }) => question.blocking)
    .map(({ number }) => `question ${number}`);
  return [
    planned === undefined ? 'not planned' : `planned: ${mdText(toPartName(planned))}`,
    ...(questions.length === 0 ? [] : [`waits for ${listedUpTo(questions, 3)}`]),
  ].join('; ');
}

/** Everything that may go: why, who still needs it, where else it is mentioned, what it waits for, and how far it is. */
export function removalSection(reader: PlanReader): readonly string[] {
  const { phase, party, without } = reader.options;
  if (phase !== null || party !== null) return [];
  const candidates = toCandidates(reader);
  if (candidates.length === 0) return [];
  const ids = new Set<string>(
    candidates.flatMap((node) => subtreeIn(reader.start, node.id).map((each) => each.id)),
  );
  const rows = candidates.map((node) => {
    const mentions = without.includes('sources') ? [] : findMentions(reader.plan, node);
    return [
      `${mdBold(node.name)}${markOf(reader, 'candidate', node.id)}`,
      toRemovalReasons(reader, node),
      toNeededBy(reader, node, ids),
      mentions.map(mdText).join('; '),
      toConditions(reader, node),
      toAgreed(reader, node),
      toState(reader, node),
    ];
  });
  const columns = [
    'what',
    'candidate because',
    'still needed by',
    'mentioned at',
    'conditions',
    'agreed',
    'state',
  ];
  return stacked(
    ['## Removal candidates'],
    mdTable(
      columns.map((title) => ({ title, keep: title === 'agreed' })),
      rows,
    ),
  );
}
