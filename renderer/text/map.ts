import { assertNever } from '#core/base/assert-never.ts';
import type { DependencyType } from '#core/model/dependency.ts';
import type { NodeKind } from '#core/model/node.ts';
import type { DropVerdict } from '#core/checks/preview-drop.ts';
import type { MapEdge, MapEdges } from '#core/projections/map-edge.ts';
import type { Bundle } from '#core/projections/map-link.ts';
import type { SlotKind } from '#core/projections/map-measures.ts';
import type { MapBox, MoveArrow } from '#core/projections/map-box.ts';
import type { MoveBundle } from '#core/projections/map-move-bundles.ts';
import type { NodeMark } from '#core/projections/node-marks.ts';

const numbers = new Intl.NumberFormat('en');
const days = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const shortDay = (iso: string): string => days.format(new Date(`${iso}T00:00:00Z`));

/** "1 server", "12 servers". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

/** What a type of dependency is called between two names. */
export const dependencyWords: Readonly<Record<DependencyType, string>> = {
  connects: 'connects to',
  uses: 'uses',
  replicates: 'replicates',
  'backs-up-to': 'backs up to',
  'stores-in': 'stores in',
  proxies: 'proxies',
  'reaches-through': 'is reached through',
  monitors: 'monitors',
  manages: 'manages',
  deploys: 'deploys',
  notifies: 'notifies',
};

function kindWord(kind: SlotKind): string {
  return kind === 'unplaced' ? 'group' : (kind satisfies NodeKind | 'group');
}

function placeWords(box: MapBox): string {
  const [place] = box.places;
  return place === undefined ? ', place not known' : ` on ${place}`;
}

function markWords(mark: NodeMark): string {
  const phase = mark.phase === null ? '' : ` in phase ${mark.phase}`;
  switch (mark.kind) {
    case 'move':
      return mark.done ? `moved${phase}` : `moves${phase}`;
    case 'merge':
      return mark.done ? `merged${phase}` : `is merged${phase}`;
    case 'remove':
      return mark.done ? `is removed${phase}` : phase === '' ? 'removal candidate' : `is removed${phase}`;
    case 'add':
      return mark.done ? `new${phase}` : `comes${phase}`;
    case 'waits':
      return `is removed${phase} once its condition is met`;
    case 'question':
      return 'has an open question';
    default:
      return assertNever(mark.kind);
  }
}

function stateWords(box: MapBox): string[] {
  const { errors, warnings, marks, candidate } = box.state;
  return [
    ...(box.collapsed ? ['collapsed'] : []),
    ...(box.uncounted ? ['how many is not known'] : []),
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...marks.map(markWords),
    ...(candidate && !marks.some((mark) => mark.kind === 'remove') ? ['removal not agreed'] : []),
  ];
}

function nodeName(box: MapBox): string {
  const phase = box.phase === null ? '' : ` in phase ${box.phase}`;
  if (box.presence === 'ghost') return `Old place of ${box.name}${placeWords(box)}, left${phase}`;
  if (box.presence === 'gone') return `Removed${phase}: ${box.name}, ${kindWord(box.kind)}${placeWords(box)}`;
  if (box.kind === 'unplaced' && box.name === '') return `Place not known${placeWords(box)}`;
  if (box.kind === 'unplaced' || box.kind === 'group')
    return `${box.name}, group, ${counted(box.servers, 'server')}`;
  const where = box.kind === 'provider' && box.places.length === 0 ? '' : placeWords(box);
  const inside = box.servers > 0 ? [counted(box.servers, 'server')] : [];
  return [`${box.name}, ${kindWord(box.kind)}${where}`, ...inside, ...stateWords(box)].join(', ');
}

function moveWords({ phase, day }: MoveArrow): string {
  return `Moves${phase === null ? '' : ` in phase ${phase}`}${day === null ? '' : ` on ${shortDay(day)}`}`;
}

function edgeWords(edge: MapEdge): string {
  const { subject } = edge;
  switch (subject.kind) {
    case 'bundle': {
      const { bundle } = subject;
      const what = bundle.type === null ? 'dependencies' : `dependencies (${dependencyWords[bundle.type]})`;
      const ends =
        bundle.group === null && !bundle.isRouted
          ? `between ${bundle.from.name} and ${bundle.to.name}`
          : `from ${bundle.from.name} to ${bundle.to.name}`;
      return `${numbers.format(bundle.dependencies.length)} ${what} ${ends}`;
    }
    case 'move':
      return moveWords(subject.move);
    case 'moves': {
      const { from, to, moves, phase } = subject.moves;
      const when = phase === null ? '' : ` in phase ${phase}`;
      return `${numbers.format(moves.length)} moves from ${from.name} to ${to.name}${when}`;
    }
    case 'link': {
      const { from, to, dependency, doubt } = subject.link;
      const end = (side: typeof from): string =>
        side.row === null ? side.box.name : `${side.row.name} on ${side.box.name}`;
      return `${end(from)} ${dependencyWords[dependency.type]} ${end(to)}${doubt ? ', in doubt' : ''}`;
    }
    default:
      return assertNever(subject);
  }
}

function bundleWords(bundle: Bundle): string {
  if (bundle.type === null) return '';
  if (bundle.group === 'from') {
    return bundle.type === 'reaches-through'
      ? `reached through ${bundle.to.name}`
      : `${dependencyWords[bundle.type]} ${bundle.to.name}`;
  }
  return `${dependencyWords[bundle.type]} by ${bundle.from.name}`
    .replace('manages by', 'managed by')
    .replace('monitors by', 'monitored by')
    .replace('deploys by', 'deployed by')
    .replace('notifies by', 'notified by')
    .replace('proxies by', 'proxied by')
    .replace('uses by', 'used by');
}

function totalOf(edges: MapEdges): number {
  return edges.drawn + edges.bundled + edges.inner + edges.hidden;
}

function hiddenWords({ hidden }: MapEdges): string[] {
  return hidden > 0 ? [`${numbers.format(hidden)} hidden by the filter`] : [];
}

function sumWords(edges: MapEdges): string {
  const total = totalOf(edges);
  if (total === 0) return 'No dependencies';
  const parts = [
    ...(edges.drawn > 0 ? [`${numbers.format(edges.drawn)} drawn`] : []),
    ...(edges.bundled > 0
      ? [
          `${numbers.format(edges.bundled)} in ${edges.bundles === 1 ? 'one bundle' : counted(edges.bundles, 'bundle')}`,
        ]
      : []),
    ...(edges.hiddenBundles > 0
      ? [`the ${numbers.format(edges.bundles - edges.hiddenBundles)} largest bundles drawn`]
      : []),
    ...(edges.inner > 0 ? [`${numbers.format(edges.inner)} inside a box`] : []),
    ...hiddenWords(edges),
  ];
  return `${counted(total, 'dependency', 'dependencies')}: ${parts.join(', ')}`;
}

/** A large map from near: every dependency between two boxes is a line of its own. */
function lineSumWords(edges: MapEdges, drawn: number): string {
  const total = totalOf(edges);
  const inner = total - drawn - edges.hidden;
  const parts = [
    ...(drawn > 0 ? [`${numbers.format(drawn)} drawn`] : []),
    ...(inner > 0 ? [`${numbers.format(inner)} inside a box`] : []),
    ...hiddenWords(edges),
  ];
  return total === 0
    ? 'No dependencies'
    : `${counted(total, 'dependency', 'dependencies')}: ${parts.join(', ')}`;
}

function verdictWords(verdict: DropVerdict): string {
  switch (verdict.verdict) {
    case 'fits':
      return 'fits';
    case 'warns':
      return `fits, ${counted(verdict.warnings, 'warning')}`;
    case 'breaks':
      return counted(verdict.errors, 'error');
    case 'refused':
      return 'cannot';
    default:
      return assertNever(verdict.verdict);
  }
}

const cellWords = {
  stays: ['stays', 'stay'],
  left: ['left', 'left'],
  arrived: ['arrived', 'arrived'],
  added: ['new', 'new'],
  merged: ['merged', 'merged'],
  removed: ['removed', 'removed'],
  unknown: ['unknown', 'unknown'],
} as const;

/** The words of the map. */
export const mapText = {
  region: 'Map',
  boxes: 'Boxes of the map: arrow keys go from one to the next',
  number: (value: number): string => numbers.format(value),
  placeName: (box: MapBox): string =>
    box.name !== '' ? box.name : box.places.length > 0 ? 'Region not known' : 'Place not known',
  mark: markWords,
  node: nodeName,
  edge: edgeWords,
  /** When a key would go along an edge and there is none that way. */
  noEdgeThere: ({ name }: MapBox, all: number): string =>
    all === 0 ? `${name} has no dependency` : `No dependency of ${name} leads there; E lists all`,
  /** What is written on the arrow of a move. */
  movePill: ({ phase, day }: MoveArrow): string =>
    day !== null ? shortDay(day) : phase === null ? '→' : numbers.format(phase),
  /** What is written beside the count on the arrow of many moves. */
  movesPill: ({ phase }: MoveBundle): string => (phase === null ? 'moves' : `in phase ${phase}`),
  bundle: bundleWords,
  sum: sumWords,
  sumOfLines: lineSumWords,
  verdict: verdictWords,
  verdictShort: (verdict: DropVerdict): string =>
    verdict.verdict === 'fits'
      ? 'fits'
      : verdict.verdict === 'breaks'
        ? numbers.format(verdict.errors)
        : verdict.verdict === 'warns'
          ? numbers.format(verdict.warnings)
          : '',
  inDoubt: 'In doubt: an open question is about it',
  lock: (state: 'closed' | 'open' | 'unknown'): string =>
    state === 'closed'
      ? 'Leaves the site encrypted'
      : state === 'open'
        ? 'Leaves the site without encryption'
        : 'Whether it is encrypted is not known',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit the map',
  percent: (zoom: number): string => `${Math.round(zoom * 100)} %`,
  legend: 'Legend',
  legendRows: {
    uses: 'uses',
    proxies: 'proxies',
    replicates: 'replicates',
    stores: 'stores, backs up',
    manages: 'manages',
    monitors: 'monitors, notifies',
    doubt: 'in doubt',
  },
  collapse: 'Collapse (C)',
  expand: 'Expand (C)',
  inside: (count: number): string => (count === 0 ? 'Collapsed' : `${counted(count, 'server')} inside`),
  servers: (count: number): string => counted(count, 'server'),
  cellCount: (kind: keyof typeof cellWords, count: number): string =>
    `${numbers.format(count)} ${cellWords[kind][count === 1 ? 0 : 1]}`,
  firstFinding: (count: number, first: string): string =>
    count === 1 ? first : `${counted(count, 'finding')}, first: ${first}`,
  enterKey: 'Enter',
  opensIt: 'or a double click opens it',
  legendCells: {
    stays: 'stays',
    left: 'left',
    arrived: 'arrived',
    added: 'new',
    merged: 'merged',
    removed: 'removed',
    unknown: 'unknown',
  },
  emptyTitle: 'Nothing here yet',
  emptyNext: 'Drop a file, or import an inventory.',
  emptyAction: 'Import an inventory',
  menuOf: (name: string): string => `Actions on ${name}`,
  moreSentences: (count: number): string => `and ${numbers.format(count)} more`,
  dropNowhere: 'Nothing moved: drop it on a host, server, site or provider.',
  moveTo: 'Move to…',
  markRemoval: 'Mark for removal',
  assignPhase: 'Assign to phase…',
  connect: 'Add a dependency…',
  edges: 'Go along a dependency…',
  addTarget: 'New host, site or provider…',
  placeAutomatically: 'Lay out automatically',
  isAutomatic: 'no hand placed it',
  isCandidate: 'is a candidate already',
  isAgreed: 'its removal is agreed',
} as const;
