import type { PlanRule } from '#core/checks/rule.ts';
import { toCountWords, toNameList } from '#core/checks/words.ts';

/**
 * No secret stood in a source. The import never keeps one, but who could read the document knows it. Looks at the marks that
 * the import left; one finding a source. A warning: no state of the plan breaks, the secret has to be changed all the
 * same. No repair: only its owner can change it.
 */
export const secretWasInSource: PlanRule = {
  looksAt: 'plan',
  name: 'secret-was-in-source',
  severity: 'warning',
  look: ({ plan }) =>
    [...plan.sources]
      .filter((source) => source.secrets.length > 0)
      .map((source) => {
        const kinds = toNameList(source.secrets.map((secret) => secret.kind));
        const lines = [...new Set(source.secrets.map((secret) => secret.line))].sort((a, b) => a - b);
        const shown = lines.length > 6 ? `${lines.slice(0, 6).join(', ')}, …` : lines.join(', ');
        return {
          about: [],
          key: source.id,
          others: [],
          change: null,
          after: [],
          words: `${source.name} held ${toCountWords(source.secrets.length, 'secret')} (${kinds}; line ${shown}). It was not kept here; change it where it is used.`,
        };
      }),
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
