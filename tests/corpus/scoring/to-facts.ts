import type { ProposedItem, ProposedNode, Proposal } from '#core/importers/contract.ts';
import { type FactKind, toPlainName } from './read-labels.ts';
import { toValues } from './to-values.ts';

/** A found fact in the form of the labels: each part with all names that it goes by. */
export interface Fact {
  readonly kind: FactKind;
  readonly text: string;
  readonly parts: readonly (readonly string[])[];
  /** For questions: the lines that they quote. */
  readonly lines: readonly number[];
}

const kindOfNode: Partial<Record<ProposedNode['kind'], FactKind>> = {
  provider: 'provider',
  site: 'site',
  host: 'server',
  server: 'server',
  service: 'service',
};

type NamesByKey = ReadonlyMap<string, readonly string[]>;

function namesOf(item: ProposedItem): string[] {
  if (item.is === 'node') {
    const domains = item.kind === 'server' || item.kind === 'host' ? (item.domains ?? []) : [];
    return [item.name, ...(item.aliases ?? []), ...domains].map(toPlainName);
  }
  return item.is === 'party' ? [toPlainName(item.name)] : [];
}

function toFact(names: NamesByKey, item: ProposedItem): Fact[] {
  const at = (key: string | null): readonly string[] => (key === null ? ['-'] : (names.get(key) ?? [key]));
  const fact = (kind: FactKind, parts: (readonly string[])[], lines: readonly number[] = []): Fact => ({
    kind,
    parts,
    lines,
    text: parts.map((part) => part[0] ?? '').join(' '),
  });
  switch (item.is) {
    case 'node': {
      const kind = kindOfNode[item.kind];
      if (kind === undefined) return [];
      const parent = item.parent === undefined || item.parent === null ? null : at(item.parent);
      if (kind !== 'service') return [fact(kind, [namesOf(item)])];
      const service = fact(kind, parent === null ? [namesOf(item)] : [namesOf(item), parent]);
      return parent === null ? [service] : [service, fact('place', [namesOf(item), parent])];
    }
    case 'party':
      return [fact('party', [namesOf(item)])];
    case 'dependency':
      return [fact('dep', [at(item.from), [item.type], at(item.to)])];
    case 'duty': {
      const environment = item.environment === undefined ? [] : [`env:${item.environment.toLowerCase()}`];
      const subject = item.subject === null ? [] : at(item.subject);
      return [fact('duty', [[toPlainName(item.area)], at(item.party), [...subject, ...environment, '-']])];
    }
    case 'question':
      return [
        fact(
          'question',
          [[item.text]],
          item.evidence.map((each) => each.line),
        ),
      ];
    case 'disposition':
      return item.disposition === 'retire' ? [fact('remove', [at(item.node)])] : [];
    case 'phase':
    case 'move':
      return [];
  }
}

/** What a proposal would put into a plan without a person: uncertain things wait and are left out. */
export function toFacts(proposal: Proposal): Fact[] {
  const names = new Map(proposal.items.map((item) => [item.key, namesOf(item)]));
  const parents = new Map(
    proposal.items.map((item) => [item.key, item.is === 'node' ? (item.parent ?? null) : null]),
  );
  const firm = proposal.items.filter((item) => item.confidence !== 'uncertain');
  const values = firm.flatMap((item) =>
    toValues(
      item,
      (key) => names.get(key) ?? [],
      (key) => parents.get(key) ?? null,
    ),
  );
  return [
    ...firm.flatMap((item) => toFact(names, item)),
    ...values.map(({ names: of, field, value }) => ({
      kind: 'fact' as const,
      text: `${of[0] ?? ''} ${field} ${value}`,
      parts: [of, [field], [value]],
      lines: [],
    })),
    ...proposal.source.totals.map((total) => ({
      kind: 'total' as const,
      text: total.text,
      parts: [[String(total.stated)]],
      lines: [],
    })),
  ];
}
