import { isAcross } from '#core/checks/places.ts';
import type { StateRule } from '#core/checks/rule.ts';
import { touchedLinks } from '#core/checks/touched.ts';
import { toNameList } from '#core/checks/words.ts';
import { dependenciesInto, dependenciesOutOf } from '#core/state/estate.ts';

/**
 * A link that bears only so much latency keeps within it when its ends stand in different sites or under different providers.
 * Looks at dependencies with a limit, in every state. A warning where the known latency is above the limit: it works,
 * slowly. Where nobody measured it: one info for all. No repair.
 */
export const linkAcrossSitesIsFastEnough: StateRule = {
  looksAt: 'states',
  name: 'link-across-sites-is-fast-enough',
  severity: 'warning',
  spots: (_scene, estate) =>
    estate.dependencies.filter((each) => each.maxLatencyMs !== null).map((each) => each.id),
  touched: (_scene, step) => [
    ...touchedLinks(step),
    ...step.moved.flatMap((id) =>
      [...dependenciesOutOf(step.estate, id), ...dependenciesInto(step.estate, id)].map((each) => each.id),
    ),
  ],
  look: (scene, estate, spot) => {
    const link = estate.dependencies.get(spot);
    if (link === undefined || link.maxLatencyMs === null || !isAcross(estate, link.from, link.to)) return [];
    const [from, to] = [scene.nameOf(link.from), scene.nameOf(link.to)];
    if (link.latencyMs === null) {
      const others = [link.from, link.to];
      return [{ about: [], key: 'unknown', others, words: `${from} → ${to}`, severity: 'info' }];
    }
    if (link.latencyMs <= link.maxLatencyMs) return [];
    const words = `The link from ${from} to ${to} crosses sites and takes ${link.latencyMs} ms; it bears ${link.maxLatencyMs} ms.`;
    return [{ about: [link.from, link.to], key: link.type, others: [], words }];
  },
  say: (_scene, troubles) =>
    troubles[0]?.key === 'unknown'
      ? `Nobody measured how long links between sites take that bear only so much: ${toNameList(troubles.map((each) => each.words))}.`
      : (troubles[0]?.words ?? ''),
};
