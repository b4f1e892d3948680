import { toFigure } from '#core/base/figure.ts';
import { isAcross, placeWords } from '#core/checks/places.ts';
import type { StateRule } from '#core/checks/rule.ts';
import { touchedLinks } from '#core/checks/touched.ts';
import { toNameList } from '#core/checks/words.ts';
import { dependenciesInto, dependenciesOutOf } from '#core/state/estate.ts';

/**
 * What talks from one site or provider to another does it encrypted. Looks at every dependency in every state; a link is
 * across sites when its ends stand in different sites, or under different providers. A warning a link that is known not
 * to be encrypted; those of which it is not known are one info together. No repair: the plan can't encrypt by itself.
 */
export const linkAcrossSitesIsEncrypted: StateRule = {
  looksAt: 'states',
  name: 'link-across-sites-is-encrypted',
  severity: 'warning',
  spots: (_scene, estate) => estate.dependencies.map((each) => each.id),
  touched: (_scene, step) => [
    ...touchedLinks(step),
    ...step.moved.flatMap((id) =>
      [...dependenciesOutOf(step.estate, id), ...dependenciesInto(step.estate, id)].map((each) => each.id),
    ),
  ],
  look: (scene, estate, spot) => {
    const link = estate.dependencies.get(spot);
    if (link === undefined || link.encrypted === true || !isAcross(estate, link.from, link.to)) return [];
    const ends = [link.from, link.to];
    const words = `${scene.nameOf(link.from)} → ${scene.nameOf(link.to)}`;
    if (link.encrypted === null)
      return [{ about: [], key: 'unknown', others: ends, words, severity: 'info' }];
    const places = `${placeWords(estate, link.from)} and ${placeWords(estate, link.to)}`;
    return [
      {
        about: ends,
        key: link.type,
        others: [],
        words: `The link from ${scene.nameOf(link.from)} to ${scene.nameOf(link.to)} runs between ${places} and is not encrypted.`,
      },
    ];
  },
  say: (_scene, troubles) => {
    const [first] = troubles;
    if (first?.key !== 'unknown') return first?.words ?? '';
    const links = toNameList(troubles.map((trouble) => trouble.words));
    return troubles.length === 1
      ? `Nobody said whether the link between sites ${links} is encrypted.`
      : `Nobody said whether ${toFigure(troubles.length)} links between sites are encrypted: ${links}.`;
  },
};
