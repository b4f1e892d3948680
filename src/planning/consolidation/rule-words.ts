import { assertNever } from '#core/base/assert-never.ts';
import { toCodes } from '#core/checks/countries.ts';
import { dimensions, type Dimension } from '#core/checks/room.ts';
import { toCountWords, toNameList } from '#core/checks/words.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Rule } from '#core/model/rule.ts';

const sizeWords: Readonly<Record<Dimension, string>> = { vcpu: 'vCPU', memoryMiB: 'memory', diskGiB: 'disk' };

function toShares(value: unknown): string {
  if (typeof value !== 'object' || value === null) return 'a share';
  // In the order of the dimensions: that of the keys is whoever's wrote them.
  const given = new Map<string, unknown>(Object.entries(value));
  const shares = dimensions.flatMap((dimension) => {
    const share = given.get(dimension);
    return typeof share === 'number' && share > 0
      ? [`${Math.round(share * 100)} % of ${sizeWords[dimension]}`]
      : [];
  });
  return shares.join(', ');
}

/** What a rule demands, as a sentence with names. */
export function toRuleWords(plan: Plan, rule: Rule): string {
  const known = rule.nodes.flatMap(
    (id) =>
      plan.nodes.get(id)?.name ??
      plan.changes
        .filter((change) => change.kind === 'add' && change.node.id === id)
        .flatMap((change) => (change.kind === 'add' ? change.node.name : [])),
  );
  const names = known.length === 0 ? 'everything' : toNameList(known, 6);
  switch (rule.kind) {
    case 'together':
      return `${names} must stay together.`;
    case 'apart':
      return `${names} must stay apart.`;
    case 'fixed':
      return `${names} must stay where ${rule.nodes.length === 1 ? 'it is' : 'they are'}.`;
    case 'country':
      return `The data of ${names} must stay in ${toCodes(rule.value).join(', ')}.`;
    case 'headroom':
      return `${toShares(rule.value)} must stay free on ${known.length === 0 ? 'every host' : names}.`;
    case 'max-moves':
      return `A phase may move at most ${toCountWords(typeof rule.value === 'number' ? rule.value : 0, 'thing')} of ${names}.`;
    default:
      return assertNever(rule.kind);
  }
}
