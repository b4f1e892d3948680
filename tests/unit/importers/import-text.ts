import { importFiles, type ImportOptions, type ImportOutcome } from '#core/importers/import-files.ts';
import type { Proposal, ProposedItem, ProposedNode } from '#core/importers/contract.ts';

const encoder = new TextEncoder();

/** Imports files given as texts by name. */
export function importTexts(
  files: Readonly<Record<string, string>>,
  options: ImportOptions = {},
): ImportOutcome {
  return importFiles(
    Object.entries(files).map(([name, text]) => ({ name, bytes: encoder.encode(text) })),
    options,
  );
}

/** The only proposal of one text; throws with the problems when there is none. */
export function importText(name: string, text: string, options: ImportOptions = {}): Proposal {
  const outcome = importTexts({ [name]: text }, options);
  const [proposal] = outcome.proposals;
  if (proposal === undefined) throw new Error(JSON.stringify(outcome.problems));
  return proposal;
}

/** The proposed node of that name. */
export function nodeOf(proposal: Proposal, name: string): ProposedNode {
  const found = proposal.items.find((item) => item.is === 'node' && item.name === name);
  if (found?.is !== 'node') throw new Error(`no node ${name}`);
  return found;
}

/** The proposed things of one sort. */
export function itemsOf<Is extends ProposedItem['is']>(
  proposal: Proposal,
  is: Is,
): Extract<ProposedItem, { is: Is }>[] {
  return proposal.items.filter((item): item is Extract<ProposedItem, { is: Is }> => item.is === is);
}

/** Every quote of a proposal that does not stand at its line. */
export function misplacedQuotes(proposal: Proposal, text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/u);
  return proposal.items.flatMap((item) =>
    item.evidence
      .filter((each) => !(lines[each.line - 1] ?? '').replaceAll('""', '"').includes(each.quote))
      .map((each) => `${item.key}: ${each.line} "${each.quote}"`),
  );
}
