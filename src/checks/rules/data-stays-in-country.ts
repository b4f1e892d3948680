import { findCountry, holdersOf, toCodes } from '#core/checks/countries.ts';
import { ruleIdsOf } from '#core/checks/ruled-nodes.ts';
import type { StateRule, Trouble } from '#core/checks/rule.ts';
import { toNameList } from '#core/checks/words.ts';
import { compareText } from '#core/base/compare.ts';
import type { InventoryNode } from '#core/model/node.ts';

/**
 * Data stays in the countries that a `country` rule allows, with every copy: replicas, backups, storage. The country of a node
 * is its own or that of the nearest place that names one. Looks at every state; a finding a rule. An error: it breaks
 * a law or a contract the moment the copy exists. Where nobody said the country of a copy: one info. No repair.
 */
export const dataStaysInCountry: StateRule = {
  looksAt: 'states',
  name: 'data-stays-in-country',
  severity: 'error',
  spots: (scene) => ruleIdsOf(scene, 'country'),
  touched: (scene) => ruleIdsOf(scene, 'country'),
  look: (scene, estate, spot) => {
    const rule = scene.plan.rules.get(spot);
    const codes = toCodes(rule?.value);
    const holders = new Map(
      (rule?.nodes ?? []).flatMap((id) => holdersOf(estate, id)).map((node) => [node.id, node]),
    );
    const report = (nodes: readonly InventoryNode[], kind: '' | 'unknown', words: string): Trouble[] =>
      nodes.length === 0
        ? []
        : [
            {
              about: [],
              key: `${spot} ${kind}`,
              others: nodes.map((node) => node.id).sort(compareText),
              words,
              weight: nodes.length,
              severity: kind === '' ? 'error' : 'info',
            },
          ];
    const all = [...holders.values()];
    const country = (node: InventoryNode): string | null => findCountry(estate, node)?.toUpperCase() ?? null;
    const abroad = all.filter((node) => {
      const code = country(node);
      return code !== null && !codes.includes(code);
    });
    const unknown = all.filter((node) => country(node) === null);
    const where = toNameList(abroad.map((node) => `${node.name} (${country(node) ?? ''})`));
    return [
      ...report(abroad, '', `Data that must stay in ${codes.join(', ')} is kept elsewhere: ${where}.`),
      ...report(
        unknown,
        'unknown',
        `Nobody said in which country data is kept that must stay in ${codes.join(', ')}: ${toNameList(unknown.map((node) => node.name))}.`,
      ),
    ];
  },
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
