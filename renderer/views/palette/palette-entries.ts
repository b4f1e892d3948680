import type { Plan } from '#core/model/plan.ts';
import { readContext } from '#actions/action.ts';
import { actions } from '#actions/actions.ts';
import { toKeyCap } from '#actions/shortcuts.ts';
import { noteAction } from '#stores/recent-actions.ts';
import { jumpTo, showTab } from '#stores/view-store.ts';
import { paletteText as text } from '#text/palette.ts';
import { toKindIcon } from '#ui/kind-icon.ts';
import { findHit, type Hit } from './find-hits.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { toSentenceEntries } from './sentence-entries.ts';

const noHit: Hit = { score: 0, spans: [] };
const mostThings = 40;

function toActionEntries(query: string, selected: string, recent: readonly string[]): PaletteEntry[] {
  const context = readContext();
  return actions.flatMap((action): PaletteEntry[] => {
    if (action.id === 'command-palette') return [];
    const hit = findHit(action.title, query);
    if (hit === null) return [];
    const needsSelection = action.group === 'selection' && context.selection.length === 0;
    if (needsSelection && query.trim() === '') return [];
    const why = action.why(context);
    // What was run lately stands on top as long as nothing is looked for.
    const isRecent = query.trim() === '' && why === null && recent.includes(action.id);
    return [
      {
        id: action.id,
        group: isRecent
          ? text.recent
          : needsSelection
            ? text.onSelection
            : action.group === 'selection'
              ? selected
              : text.commands,
        icon: action.icon,
        title: action.title,
        hint: why ?? action.hint,
        keyCap: action.shortcut === null ? null : toKeyCap(action.shortcut),
        why,
        hit,
        run: () => {
          noteAction(action.id);
          action.run(readContext());
        },
      },
    ];
  });
}

function toThingEntries(plan: Plan, query: string): PaletteEntry[] {
  const found: PaletteEntry[] = [];
  for (const node of plan.nodes) {
    const hit =
      findHit(node.name, query) ??
      ([...node.aliases, ...node.domains, ...node.addresses].some((each) => findHit(each, query) !== null)
        ? noHit
        : null);
    if (hit === null) continue;
    const place = plan.nodes.get(node.parent)?.name;
    found.push({
      id: node.id,
      group: text.things,
      icon: toKindIcon(node.kind, node.type),
      title: node.name,
      hint: place === undefined ? node.kind : `${node.kind} on ${place}`,
      keyCap: null,
      why: null,
      hit,
      run: () => jumpTo(node.id),
    });
  }
  return found
    .sort((a, b) => b.hit.score - a.hit.score || a.title.length - b.title.length)
    .slice(0, mostThings);
}

function toQuestionEntries(plan: Plan, query: string): PaletteEntry[] {
  return plan.questions
    .filter((question) => question.status === 'open')
    .flatMap((question): PaletteEntry[] => {
      const hit = findHit(question.text, query);
      if (hit === null) return [];
      return [
        {
          id: question.id,
          group: text.questions,
          icon: 'message-circle-question-mark',
          title: question.text,
          hint: '',
          keyCap: null,
          why: null,
          hit,
          run: () => showTab('questions'),
        },
      ];
    })
    .slice(0, 10);
}

/** What fits a query: what a sentence would do, actions on the selection, commands, then nodes and questions; last, what needs a selection first. Without a query only actions, the recent ones first. */
export function toPaletteEntries(
  plan: Plan,
  query: string,
  selected: string,
  recent: readonly string[] = [],
): readonly PaletteEntry[] {
  const order = [text.recent, selected, text.commands];
  const lately = (entry: PaletteEntry): number =>
    entry.group === text.recent ? recent.indexOf(entry.id) : 0;
  const own = toActionEntries(query, selected, recent).sort(
    (a, b) =>
      order.indexOf(a.group) - order.indexOf(b.group) || lately(a) - lately(b) || b.hit.score - a.hit.score,
  );
  if (query.trim() === '') return own;
  // What waits for a selection says so, after all that can be run.
  const isWaiting = (entry: PaletteEntry): boolean => entry.group === text.onSelection;
  return [
    ...toSentenceEntries(plan, query),
    ...own.filter((entry) => !isWaiting(entry)),
    ...toThingEntries(plan, query),
    ...toQuestionEntries(plan, query),
    ...own.filter(isWaiting),
  ];
}
