import type { Proposal, ProposedItem } from '#core/importers/contract.ts';
import { nodeKinds } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { toItemKey } from './intake-types.ts';
import type { MadeThing } from './made-thing.ts';
import { readMemory } from './source-memory.ts';

/** The key of the item that a thing made by hand becomes: that of an importer for the same kind and name. */
export function toMadeKey({ what, words }: Pick<MadeThing, 'what' | 'words'>): string {
  return `${what}:${words.toLowerCase()}`;
}

/** A thing made by hand as a found item: sure, with the chosen words as its evidence. */
export function toMadeItem(thing: MadeThing): ProposedItem {
  const { what, words, line } = thing;
  const field = what === 'question' ? 'text' : 'name';
  const base = {
    key: toMadeKey(thing),
    confidence: 'sure',
    reasons: ['a person chose these words'],
    evidence: [{ line, quote: words, field }],
  } as const;
  if (what === 'question') return { ...base, is: 'question', text: words, about: [], blocking: false };
  if (what === 'party') return { ...base, is: 'party', name: words, kind: 'team' };
  return { ...base, is: 'node', kind: nodeKinds.find((kind) => kind === what) ?? 'server', name: words };
}

/** The line on which the words stand now, the nearest to where they stood; `null`: the source no longer has them. */
function findLine({ source, notUnderstood }: Proposal, { words, line }: MadeThing): number | null {
  const lines =
    source.text === null
      ? notUnderstood
      : source.text.split('\n').map((text, index) => ({ line: index + 1, text }));
  const having = lines.filter((each) => each.text.includes(words)).map((each) => each.line);
  return having.toSorted((a, b) => Math.abs(a - line) - Math.abs(b - line) || a - b)[0] ?? null;
}

/**
 * The proposals with what a person made of their words, now (`made`, by item key) or at an earlier import. What an importer finds by
 * itself under the same key stays the importer's; words that are gone from the source make nothing, so that the thing counts as gone. Their lines are understood by it.
 */
export function withMadeItems(
  plan: Plan | null,
  proposals: readonly Proposal[],
  made: Readonly<Record<string, MadeThing>> = {},
): readonly Proposal[] {
  const memories = new Map(
    (plan === null ? [] : [...plan.sources]).map((source) => [source.name, readMemory(source)]),
  );
  const now = Object.entries(made);
  return proposals.map((proposal) => {
    const { name } = proposal.source;
    const before = [...(memories.get(name)?.decisions.values() ?? [])].flatMap((each) => each.made ?? []);
    const own = now.flatMap(([key, thing]) => (key === toItemKey(name, toMadeKey(thing)) ? [thing] : []));
    const taken = new Set(before.length + own.length === 0 ? [] : proposal.items.map((item) => item.key));
    const items = [...before, ...own].flatMap((thing) => {
      const line = findLine(proposal, thing);
      const key = toMadeKey(thing);
      if (line === null || taken.has(key)) return [];
      taken.add(key);
      return [toMadeItem({ ...thing, line })];
    });
    if (items.length === 0) return proposal;
    const understood = new Set(items.flatMap((item) => item.evidence.map(({ line }) => line)));
    const notUnderstood = proposal.notUnderstood.filter(({ line }) => !understood.has(line));
    return { ...proposal, items: [...proposal.items, ...items], notUnderstood };
  });
}
