import type { SecretMark } from '#core/model/source.ts';
import type { NodeKind } from '#core/model/node.ts';
import type { PartyKind } from '#core/model/party.ts';
import type { YamlDocuments, YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import type { Confidence, ImportProblem, Proposal, ProposedEvidence, SourceText } from '../contract.ts';
import { toImportError, toImportNote } from '../import-problem.ts';
import { makeItemCollector, type ItemCollector } from '../item-collector.ts';
import { maskSecrets } from '../secrets.ts';
import { findTreeSecrets } from './find-secrets.ts';
import { isSaid } from './pick.ts';
import { quoteOf, withoutSecrets } from './quote.ts';

/** A proposal in the making. */
export interface Draft {
  readonly file: SourceText;
  readonly collector: ItemCollector;
  readonly problems: ImportProblem[];
  readonly secrets: SecretMark[];
}

/** A draft with nothing in it. */
export function makeDraft(file: SourceText): Draft {
  return { file, collector: makeItemCollector(), problems: [], secrets: [] };
}

/** Adds a note about something that was left out or read with care. */
export function addNote(draft: Draft, code: string, message: string, line: number | null = null): void {
  draft.problems.push(toImportNote(code, draft.file.name, message, line));
}

/** Notes keys that stand twice and marks where secrets stand, by the names of keys and by their look. */
export function inspectTree(draft: Draft, { documents, doubled }: YamlDocuments): void {
  for (const { key, line } of doubled.slice(0, 100)) {
    addNote(
      draft,
      'double-key',
      `The key "${withoutSecrets(key)}" stands twice; the first one was taken.`,
      line,
    );
  }
  draft.secrets.push(...findTreeSecrets(documents));
}

/** The finished proposal; a line is marked as a secret's once. */
export function toDraftProposal(draft: Draft, format: string): Proposal {
  const marked = new Map(draft.secrets.map((mark) => [mark.line, mark]));
  for (const mark of maskSecrets(draft.file.lines.join('\n')).secrets)
    if (!marked.has(mark.line)) marked.set(mark.line, mark);
  return {
    source: {
      name: draft.file.name,
      format,
      sha256: draft.file.sha256,
      text: null,
      totals: [],
      secrets: [...marked.values()].sort((a, b) => a.line - b.line),
    },
    items: draft.collector.toItems(),
    notUnderstood: [],
    problems: draft.problems,
  };
}

/** A proposal that holds nothing but the sentence why. */
export function refuse(
  file: SourceText,
  format: string,
  code: string,
  message: string,
  line: number | null = null,
): Proposal {
  const draft = makeDraft(file);
  draft.problems.push(toImportError(code, file.name, message, line));
  return toDraftProposal(draft, format);
}

/** Reads values and remembers the words that speak for them. */
export interface Reader {
  readonly evidence: ProposedEvidence[];
  /** The words of a value without secrets; `undefined` when it says nothing. */
  readonly take: (node: YamlNode | undefined, field: string) => string | undefined;
  readonly takeAll: (nodes: readonly YamlNode[], field: string) => readonly string[];
}

/** A reader of one thing of the file. */
export function makeReader(file: SourceText): Reader {
  const evidence: ProposedEvidence[] = [];
  const take = (node: YamlNode | undefined, field: string): string | undefined => {
    if (!isSaid(node)) return undefined;
    const text = withoutSecrets(node.value.trim());
    const quote = quoteOf(file, node, field);
    if (quote.quote !== '') evidence.push(quote);
    return text;
  };
  return {
    evidence,
    take,
    takeAll: (nodes, field) => nodes.flatMap((node) => take(node, field) ?? []),
  };
}

/** The key of a node: its kind and its name without case. */
export function toNodeKey(kind: NodeKind, name: string): string {
  return `${kind}:${name.toLowerCase()}`;
}

/** Adds a provider that the format itself names, or that a value names. */
export function addProvider(
  draft: Draft,
  name: string,
  reason: string,
  evidence: readonly ProposedEvidence[],
): string {
  const key = toNodeKey('provider', name);
  draft.collector.add({
    is: 'node',
    key,
    kind: 'provider',
    name,
    confidence: 'sure',
    reasons: [reason],
    evidence,
  });
  return key;
}

/** Adds a place that a value names, inside another where one is known; answers its key. */
function addPlace(
  draft: Draft,
  place: {
    readonly key: string;
    readonly kind: 'site' | 'host';
    readonly name: string;
    readonly parent: string | null;
  },
  scalar: YamlScalar,
  reason: string,
): string {
  const { parent, ...own } = place;
  draft.collector.add({
    is: 'node',
    ...own,
    confidence: 'sure',
    reasons: [reason],
    evidence: [quoteOf(draft.file, scalar, 'name')],
    ...(parent === null ? {} : { parent }),
  });
  return place.key;
}

/** Adds the site that a value names, under a provider where one is known. */
export function addSite(
  draft: Draft,
  name: string,
  parent: string | null,
  scalar: YamlScalar,
  reason: string,
): string {
  const above = parent === null ? '' : `${parent.slice(parent.indexOf(':') + 1)}/`;
  const key = `site:${above}${name.toLowerCase()}`;
  return addPlace(draft, { key, kind: 'site', name, parent }, scalar, reason);
}

/** Adds the host that a value names, inside its place where one is known. */
export function addHost(
  draft: Draft,
  name: string,
  parent: string | null,
  scalar: YamlScalar,
  reason: string,
): string {
  const key = toNodeKey('host', name);
  return addPlace(draft, { key, kind: 'host', name, parent }, scalar, reason);
}

/** Adds an open point about things of the draft. */
export function addQuestion(
  draft: Draft,
  key: string,
  text: string,
  about: readonly string[],
  evidence: readonly ProposedEvidence[],
): void {
  draft.collector.add({
    is: 'question',
    key: `question:${key}`,
    text: withoutSecrets(text),
    about,
    blocking: false,
    confidence: 'likely',
    reasons: ['the source leaves it open'],
    evidence,
  });
}

/** Adds a party and what it owes for a node. */
export function addDuty(
  draft: Draft,
  duty: {
    readonly party: string;
    readonly subject: string;
    readonly area: string;
    readonly role: 'accountable' | 'responsible' | 'informed';
    readonly reason: string;
    readonly confidence: Confidence;
    readonly kind?: PartyKind;
    readonly evidence: readonly ProposedEvidence[];
  },
): void {
  const { confidence, evidence } = duty;
  const key = `party:${duty.party.toLowerCase()}`;
  const reasons = [duty.reason];
  if (draft.collector.get(key) === undefined) {
    draft.collector.add({
      is: 'party',
      key,
      name: duty.party,
      kind: duty.kind ?? 'team',
      confidence,
      reasons,
      evidence: evidence.map((each) => ({ ...each, field: 'name' })),
    });
  }
  draft.collector.add({
    is: 'duty',
    key: `duty:${duty.area}/${duty.subject}/${key}`,
    area: duty.area,
    subject: duty.subject,
    party: key,
    role: duty.role,
    confidence,
    reasons,
    evidence,
  });
}
