import { expect } from 'vitest';
import type {
  ProposedDependency,
  ProposedDisposition,
  ProposedDuty,
  ProposedItem,
  ProposedNode,
  ProposedParty,
  ProposedQuestion,
  Proposal,
} from '#core/importers/contract.ts';
import { chooseDialect } from '#core/importers/prose/outline/dialect.ts';
import {
  asciiDocImporter,
  markdownImporter,
  restructuredTextImporter,
} from '#core/importers/prose/prose-importer.ts';

const importers = {
  markdown: markdownImporter,
  restructuredtext: restructuredTextImporter,
  asciidoc: asciiDocImporter,
};

/** Imports a text in the dialect that it is recognised as, or in the one asked for. */
export function readText(text: string, dialect?: keyof typeof importers, name = 'notes.txt'): Proposal {
  const lines = text.split('\n');
  const file = { name, sha256: '', text, lines };
  return importers[dialect ?? chooseDialect(file.name, lines)].parse(file, []);
}

/** The nodes of a proposal. */
export function nodesOf(proposal: Proposal): ProposedNode[] {
  return proposal.items.filter((item) => item.is === 'node');
}

/** Names of the nodes of a kind, sorted. */
export function namesOf(proposal: Proposal, kind: ProposedNode['kind']): string[] {
  return nodesOf(proposal)
    .filter((node) => node.kind === kind)
    .map((node) => node.name)
    .sort();
}

/** The node of a key; fails when it is not there. */
export function nodeAt(proposal: Proposal, key: string): ProposedNode {
  const found = nodesOf(proposal).find((node) => node.key === key);
  if (found === undefined)
    throw new Error(
      `no ${key} among ${nodesOf(proposal)
        .map((node) => node.key)
        .join(', ')}`,
    );
  return found;
}

/** Dependencies as "from type to". */
export function linksOf(proposal: Proposal): string[] {
  return proposal.items
    .filter((item): item is ProposedDependency => item.is === 'dependency')
    .map((item) => `${item.from} ${item.type} ${item.to}`);
}

/** Items of the other sorts. */
export const dutiesOf = (proposal: Proposal): ProposedDuty[] =>
  proposal.items.filter((item) => item.is === 'duty');
export const partiesOf = (proposal: Proposal): ProposedParty[] =>
  proposal.items.filter((item) => item.is === 'party');
export const questionsOf = (proposal: Proposal): ProposedQuestion[] =>
  proposal.items.filter((item) => item.is === 'question');
export const dispositionsOf = (proposal: Proposal): ProposedDisposition[] =>
  proposal.items.filter((item) => item.is === 'disposition');

/** Quotes that do not stand word for word on their line. */
export function wrongQuotes(proposal: Proposal): string[] {
  const lines = (proposal.source.text ?? '').split('\n');
  return proposal.items.flatMap((item: ProposedItem) =>
    item.evidence
      .filter((each) => lines[each.line - 1]?.includes(each.quote) !== true)
      .map((each) => `${item.key}: ${each.line} ${each.quote}`),
  );
}

/** Imports a text, of which every quote has to stand word for word on its line. */
export function readQuoted(text: string): Proposal {
  const proposal = readText(text);
  expect(wrongQuotes(proposal)).toEqual([]);
  return proposal;
}

/** What a proposal says, without where it stands: equal for the same text in another order or dialect. */
export function meaningOf(proposal: Proposal): unknown[] {
  return proposal.items.map(({ evidence, reasons, ...rest }) => {
    void evidence;
    void reasons;
    return rest;
  });
}
