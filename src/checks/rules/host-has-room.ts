import type { StateRule, Trouble } from '#core/checks/rule.ts';
import {
  canRunShort,
  dimensions,
  headroomOf,
  isTooMuch,
  offerOf,
  takenOfAll,
  toAmount,
  type Dimension,
} from '#core/checks/room.ts';
import { touchedNodes } from '#core/checks/touched.ts';
import { toNameList } from '#core/checks/words.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';

interface Shortage {
  readonly words: string;
  readonly ratio: number;
}

/** What is taken of a host in a dimension, and what it offers: looked up once for all that is said of it. */
interface Room {
  readonly dimension: Dimension;
  readonly taken: number;
  readonly offer: number | null;
}

function roomsOf(estate: Estate, host: InventoryNode): Room[] {
  const all = takenOfAll(estate, host);
  return dimensions.flatMap((dimension) => {
    const taken = all[dimension];
    return taken === null ? [] : { dimension, taken, offer: offerOf(estate, host, dimension) };
  });
}

function findShortage(
  headroomIn: (dimension: Dimension) => number,
  { dimension, taken, offer }: Room,
): Shortage | null {
  if (offer === null) return null;
  const headroom = headroomIn(dimension);
  const usable = offer * (1 - headroom);
  if (!isTooMuch(taken, usable)) return null;
  const kept = headroom > 0 ? `, of which ${Math.round(headroom * 100)} % stay free` : '';
  return {
    words: `${toAmount(taken, dimension)} taken, ${toAmount(offer, dimension)} there${kept}`,
    ratio: usable > 0 ? taken / usable : Number.MAX_VALUE,
  };
}

const unknownWords: Readonly<Record<Dimension, string>> = {
  vcpu: 'processors',
  memoryMiB: 'memory',
  diskGiB: 'disk',
};

/**
 * What is placed on a host fits into it, in each of processors, memory and disk. A placed node takes its usage where known,
 * else its capacity; only what stands directly on the host counts; a host in a cluster takes nothing; a cluster without
 * a capacity of its own offers the sum of its hosts; a headroom rule keeps a share free. Looks at every host in every
 * state. An error: what does not fit does not start. Hosts whose offer is not known are not checked: one info for all.
 * No repair: which node goes elsewhere, or how much is bought, is for people to say.
 */
export const hostHasRoom: StateRule = {
  looksAt: 'states',
  name: 'host-has-room',
  severity: 'error',
  spots: (_scene, estate) => estate.nodes.filter((node) => node.kind === 'host').map((node) => node.id),
  touched: (_scene, step) => {
    const spots = new Set<string>();
    const add = (estate: Estate, id: string | null): void => {
      const node = estate.nodes.get(id);
      if (node?.kind !== 'host') return;
      spots.add(node.id);
      for (const cluster of ancestorsIn(estate, node.id)) spots.add(cluster.id);
    };
    for (const id of touchedNodes(step)) {
      for (const estate of [step.before, step.estate]) {
        add(estate, id);
        add(estate, estate.nodes.get(id)?.parent ?? null);
      }
    }
    return spots;
  },
  canBreak: (scene, estate, changes, spot) => {
    const host = estate.nodes.get(spot);
    return host === undefined || canRunShort(scene.rulesOn, estate, changes, host);
  },
  look: (scene, estate, spot) => {
    const host = estate.nodes.get(spot);
    if (host?.kind !== 'host') return [];
    const found: Trouble[] = [];
    const rooms = roomsOf(estate, host);
    const headroomIn = headroomOf(scene.rulesOn, estate, host);
    const short = rooms.flatMap((each) => findShortage(headroomIn, each) ?? []);
    if (short.length > 0) {
      const words = short.map((each) => each.words).join('; ');
      const weight = Math.max(...short.map((each) => each.ratio));
      found.push({ about: [host.id], key: '', others: [], words, weight });
    }
    const unknown = rooms.flatMap((each) => (each.offer === null ? unknownWords[each.dimension] : []));
    if (unknown.length > 0) {
      const words = `${host.name} (${unknown.join(', ')})`;
      found.push({ about: [], key: 'unknown', others: [host.id], words, severity: 'info' });
    }
    return found;
  },
  say: (scene, troubles) => {
    const [first] = troubles;
    return first?.key === 'unknown'
      ? `Whether there is room can't be checked, because nobody said how much is offered by ${toNameList(troubles.map((trouble) => trouble.words))}.`
      : `${scene.nameOf(first?.about[0] ?? null)} has not enough room: ${first?.words ?? ''}.`;
  },
};
