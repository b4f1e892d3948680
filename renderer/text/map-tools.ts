import type { NodeKind } from '#core/model/node.ts';
import type { FilterKey } from '#core/projections/map-filter.ts';
import type { Grouping } from '#core/projections/map-grouping.ts';
import type { ImpactWay } from '#core/projections/map-impact.ts';
import { dispositionText } from './inspector.ts';
import { counted } from './map.ts';

const groupings: Readonly<Record<Grouping, string>> = {
  place: 'Provider and site',
  site: 'Site',
  environment: 'Environment',
  party: 'Accountable party',
  phase: 'Phase',
  disposition: 'What becomes of it',
};

const none: Readonly<Record<Exclude<Grouping, 'place'>, string>> = {
  site: 'Site not known',
  environment: 'Environment not known',
  party: 'Nobody is accountable',
  phase: 'No change is planned',
  disposition: 'Not decided',
};

const filterNames: Readonly<Record<FilterKey, string>> = {
  kind: 'Kind',
  environment: 'Environment',
  party: 'Accountable party',
  disposition: 'What becomes of it',
  findings: 'Findings',
};

const fixedWords: Readonly<Record<string, string>> = {
  'kind provider': 'Providers',
  'kind site': 'Sites',
  'kind host': 'Hosts',
  'kind server': 'Servers',
  'kind service': 'Services',
  'environment ': none.environment,
  'party ': none.party,
  'disposition ': none.disposition,
  'findings errors': 'Errors',
  'findings warnings': 'Warnings',
  'findings questions': 'Open questions',
  'findings ': 'Nothing found',
};

const ways: Readonly<Record<ImpactWay, string>> = {
  both: 'Both ways',
  'needed-by': 'Who needs it',
  needs: 'What it needs',
};

/** Words of the tools at the foot of the map. */
export const mapToolsText = {
  group: 'Group by…',
  groupNames: groupings,
  isChosen: 'shown now',
  grouped: (by: Grouping): string => `By ${groupings[by].toLowerCase()}`,
  backToPlaces: 'Group by provider and site again',
  groupName: (by: Exclude<Grouping, 'place'>, value: string | null, phase: string | null): string => {
    if (value === null) return none[by];
    if (by === 'phase') return phase ?? 'After the last phase';
    return by === 'disposition' ? (dispositionText(value) ?? value) : value;
  },
  noHandPlaces: 'Boxes keep the place of a hand only while the map is grouped by provider and site.',
  noDropOnParty: 'Nothing changed: who is accountable is changed among the duties.',
  noDropHere: 'Nothing changed: drop it on a group that has a name.',
  nothingToPhase: 'Nothing changed: none of it has a change that could go to this phase.',
  filter: 'Filter…',
  filterNames,
  filterValue: (key: FilterKey, value: string): string =>
    fixedWords[`${key} ${value}`] ?? (key === 'disposition' ? dispositionText(value) : null) ?? value,
  filterMode: 'What the filter leaves out',
  stepsBack: 'steps back',
  isHidden: 'is hidden',
  clear: 'Clear the filter',
  filtered: (shown: number, all: number, hides: boolean): string =>
    `${shown} of ${counted(all, 'node')} ${hides ? 'shown' : shown === 1 ? 'stands out' : 'stand out'}`,
  kindOn: (kind: NodeKind, place: string | null): string => {
    const word = `${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}`;
    return place !== null ? `${word} on ${place}` : kind === 'provider' ? word : `${word}, place not known`;
  },
  planned: (what: string, phase: string | null): string => (phase === null ? what : `${what} in ${phase}`),
  andMore: (count: number): string => `and ${count} more`,
  needs: 'Needs',
  neededBy: 'Needed by',
  otherLinks: (count: number): string => counted(count, 'other link'),
  drawHint: 'Draw a dependency from here to another box (D)',
  connectTitle: 'Add a dependency',
  connectType: 'Does what',
  connectTo: 'To what',
  addDependency: 'Add the dependency',
  onPlace: (place: string): string => `on ${place}`,
  on: (name: string, place: string): string => `${name} on ${place}`,
  sentence: (from: string, words: string, to: string): string => `${from} ${words} ${to}`,
  connectMenu: (from: string, to: string): string => `What ${from} does to ${to}`,
  isThere: 'is there already',
  edgesOf: (name: string): string => `Dependencies of ${name}`,
  opensBundle: 'opens in the inspector',
  moreEdges: (count: number): string =>
    `${counted(count, 'more dependency', 'more dependencies')} in the inspector`,
  noEdges: 'It has no dependencies',
  overview: 'Overview',
  overviewLabel: 'Overview of the map: arrow keys move the view',
  impactWays: ways,
  impactLabel: 'Which way the impact goes',
  endImpact: 'End the impact (I)',
  impact: (sum: { readonly breaks: number; readonly weakened: number; readonly needs: number }): string =>
    [
      ...(sum.breaks > 0 ? [`${sum.breaks} would stop`] : []),
      ...(sum.weakened > 0 ? [`${sum.weakened} would go on with less redundancy`] : []),
      ...(sum.needs > 0 ? [`${sum.needs} ${sum.needs === 1 ? 'is' : 'are'} needed`] : []),
    ].join(', ') || 'Nothing needs it, and it needs nothing',
  impactBetween: (count: number): string =>
    count === 0 ? 'They are linked directly' : `${counted(count, 'node')} on the ways between the two`,
  byHand: (count: number): string => `${counted(count, 'box', 'boxes')} placed by hand`,
  drifted: (count: number): string => `${count} overlap`,
  driftTitle: 'Placed by hand',
  driftNone: 'They stand where a hand put them; the others give way.',
  driftSome: 'These lie on each other since the map changed:',
  layOutAll: 'Lay out all automatically',
  layOutThese: 'Lay these out automatically',
} as const;
