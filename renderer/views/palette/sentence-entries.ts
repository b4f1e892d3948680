import { previewTargets, type DropVerdict } from '#core/checks/preview-drop.ts';
import { toKnownNodes } from '#core/graph/known-nodes.ts';
import { findChangedNode } from '#core/model/change.ts';
import { canContain, nodeKinds, type InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';
import { findShownPhase, planMoves } from '#stores/plan-moves.ts';
import { runCommands } from '#stores/run-commands.ts';
import { select } from '#stores/view-store.ts';
import { paletteText as text } from '#text/palette.ts';
import type { PaletteEntry } from './palette-entry.ts';

const moveForm = /^(?:move|merge|put)\s+(.+?)\s+(?:to|onto|into|on)\s+(.+)$/iu;
const removeForm = /^(?:remove|retire|mark)\s+(.+?)(?:\s+for removal)?$/iu;
const phaseForm = /^(?:assign|plan)\s+(.+?)\s+(?:to|in|into|for)\s+(.+)$/iu;

const mostSubjects = 2;
const mostTargets = 4;
/** In larger plans a sentence is offered without what would break: one types faster than that is found. */
const mostJudged = 5000;

function score(names: readonly string[], wanted: string): number {
  return Math.max(
    0,
    ...names.map((name) => {
      const lower = name.toLowerCase();
      if (lower === wanted) return 3;
      return lower.startsWith(wanted) ? 2 : lower.includes(wanted) ? 1 : 0;
    }),
  );
}

/** The nodes that words may mean, the best first; a name that says it exactly is the only one meant. */
function findMeant(
  plan: Plan,
  words: string,
  most: number,
  fits: (node: InventoryNode) => boolean,
): InventoryNode[] {
  const wanted = words.trim().toLowerCase();
  const found = [...toKnownNodes(plan)]
    .filter(fits)
    .map((node) => ({ node, score: score([node.name, ...node.aliases], wanted) }))
    .filter((each) => each.score > 0)
    // Where a thing and something inside of it have one name, the outer one is meant.
    .sort(
      (a, b) =>
        b.score - a.score ||
        a.node.name.length - b.node.name.length ||
        nodeKinds.indexOf(a.node.kind) - nodeKinds.indexOf(b.node.kind),
    );
  const best = found[0]?.score;
  return found
    .filter((each) => best !== 3 || each.score === 3)
    .map((each) => each.node)
    .slice(0, most);
}

function toEntry(fields: Pick<PaletteEntry, 'id' | 'icon' | 'title' | 'hint' | 'why' | 'run'>): PaletteEntry {
  return { ...fields, group: text.sentences, keyCap: null, hit: { score: 5, spans: [] } };
}

function isTarget(subject: InventoryNode, target: InventoryNode): boolean {
  const isMerge = subject.kind === 'server' && target.kind === 'server';
  return subject.id !== target.id && (isMerge || canContain(target.kind, subject.kind));
}

function hintOf(verdict: DropVerdict | undefined): string {
  if (verdict === undefined) return '';
  return verdict.verdict === 'refused'
    ? (verdict.reason ?? '')
    : text.verdict(verdict.errors, verdict.warnings);
}

function toMoves(plan: Plan, subjectWords: string, targetWords: string): PaletteEntry[] {
  return findMeant(plan, subjectWords, mostSubjects, (node) => node.kind !== 'provider').flatMap(
    (subject) => {
      const targets = findMeant(plan, targetWords, mostTargets, (node) => isTarget(subject, node));
      const ids = targets.map((target) => target.id);
      const verdicts =
        plan.nodes.size > mostJudged ? new Map() : previewTargets(plan, [subject.id], ids, findShownPhase());
      return targets.map((target) => {
        const verdict: DropVerdict | undefined = verdicts.get(target.id);
        const isMerge = subject.kind === 'server' && target.kind === 'server';
        return toEntry({
          id: `move ${subject.id} ${target.id}`,
          icon: isMerge ? 'git-merge' : 'arrow-right',
          title: isMerge ? text.merge(subject.name, target.name) : text.move(subject.name, target.name),
          hint: hintOf(verdict),
          why: verdict?.verdict === 'refused' ? (verdict.reason ?? text.refused) : null,
          run: () => {
            if (planMoves([subject.id], target.id)) select([subject.id]);
          },
        });
      });
    },
  );
}

function toRemovals(plan: Plan, words: string): PaletteEntry[] {
  const retired = new Set<string>(
    plan.dispositions.filter((each) => each.disposition === 'retire').map((each) => each.node),
  );
  return findMeant(plan, words, mostTargets, () => true).map((node) =>
    toEntry({
      id: `remove ${node.id}`,
      icon: 'minus',
      title: text.mark(node.name),
      hint: retired.has(node.id) ? text.isCandidate : '',
      why: retired.has(node.id) ? text.isCandidate : null,
      run: () => {
        if (runCommands([{ command: 'mark-removal', node: node.id }]).ok) select([node.id]);
      },
    }),
  );
}

function toPhases(plan: Plan, words: string, phaseWords: string): PaletteEntry[] {
  const wanted = phaseWords.trim().toLowerCase();
  const phases = phasesInOrder(plan).filter((phase) => phase.name.toLowerCase().includes(wanted));
  return findMeant(plan, words, mostSubjects, () => true).flatMap((node) => {
    const changes = plan.changes.filter((change) => findChangedNode(change) === node.id);
    return phases.slice(0, mostTargets).map((phase) =>
      toEntry({
        id: `phase ${node.id} ${phase.id}`,
        icon: 'milestone',
        title: text.assign(node.name, phase.name),
        hint: changes.length === 0 ? text.nothingPlanned : '',
        why: changes.length === 0 ? text.nothingPlanned : null,
        run: () => {
          const commands = changes.map(({ id }) => ({
            command: 'move-to-phase',
            change: id,
            phase: phase.id,
          }));
          if (runCommands(commands).ok) select([node.id]);
        },
      }),
    );
  });
}

/** What a sentence like "move wiki to web02", "remove sendy" or "assign wiki to Phase 1" would do; empty for other words. */
export function toSentenceEntries(plan: Plan, query: string): PaletteEntry[] {
  const words = query.trim();
  const [, mover, place] = moveForm.exec(words) ?? [];
  if (mover !== undefined && place !== undefined) return toMoves(plan, mover, place);
  const [, planned, phase] = phaseForm.exec(words) ?? [];
  if (planned !== undefined && phase !== undefined) return toPhases(plan, planned, phase);
  const [, gone] = removeForm.exec(words) ?? [];
  return gone === undefined ? [] : toRemovals(plan, gone);
}
