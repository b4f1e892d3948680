import { dirname } from 'node:path';
import type { Disk } from '#main/vault/disk.ts';

/** A file: what a reader sees, and what is on the disk itself for certain. */
interface Node {
  seen: Uint8Array;
  safe: Uint8Array;
}

/** What is left of the disk after the power went: names with their bytes. */
export type Image = ReadonlyMap<string, Uint8Array>;

/** A disk in memory that can lose its power after any call, and fail at any call. */
export interface CrashDisk {
  readonly disk: Disk;
  /** All that the disk may hold if the power goes now. */
  readonly images: () => readonly Image[];
  readonly calls: () => number;
  readonly names: () => readonly string[];
  /** From now on nothing fails. */
  readonly heal: () => void;
}

/** When a call has to fail, counted from 1, with which code, once or from then on. */
export interface Fault {
  readonly at: number;
  readonly code: string;
  readonly lasting: boolean;
}

/** What is left of the bytes behind the flushed ones: nothing, half of them, zeros in their place, or all. */
function tails(node: Node): readonly Uint8Array[] {
  const { seen, safe } = node;
  const isLonger = seen.length > safe.length && Buffer.from(seen.subarray(0, safe.length)).equals(safe);
  if (!isLonger) return Buffer.from(seen).equals(safe) ? [seen] : [safe, seen];
  const half = safe.length + Math.ceil((seen.length - safe.length) / 2);
  const zeros = Buffer.concat([safe, Buffer.alloc(seen.length - safe.length)]);
  return [safe, seen.subarray(0, half), zeros, seen];
}

type Names = ReadonlyMap<string, Node>;

/** Every way in which the names of an image may carry their bytes. */
function expand(names: Names): readonly Image[] {
  let images: Map<string, Uint8Array>[] = [new Map()];
  for (const [name, node] of names) {
    images = images.flatMap((image) => tails(node).map((bytes) => new Map([...image, [name, bytes]])));
  }
  return images;
}

/**
 * Names of a folder are safe after the folder was flushed; every rename, creation and removal since then may or may not have reached
 * the disk, in their order. Bytes are safe after the file was flushed; renames may reach the disk before unflushed bytes.
 */
export function makeCrashDisk(start: Image = new Map(), firstFault: Fault | null = null): CrashDisk {
  let fault = firstFault;
  let names = new Map<string, Node>([...start].map(([name, bytes]) => [name, { seen: bytes, safe: bytes }]));
  let history: Names[] = [names];
  let count = 0;

  const step = (): void => {
    count += 1;
    const isDue = fault !== null && (fault.lasting ? count >= fault.at : count === fault.at);
    if (fault !== null && isDue) throw Object.assign(new Error(fault.code), { code: fault.code });
  };
  const change = (next: Map<string, Node>): void => {
    names = next;
    history.push(next);
  };
  const toFile = (node: Node) => ({
    write: async (bytes: Uint8Array) => {
      // A failing write may leave half of its bytes.
      try {
        step();
      } catch (error) {
        node.seen = Buffer.concat([node.seen, bytes.subarray(0, bytes.length / 2)]);
        throw error;
      }
      node.seen = Buffer.concat([node.seen, bytes]);
    },
    sync: async () => {
      step();
      node.safe = node.seen;
    },
    close: async () => {},
  });
  const open = (path: string): Node => {
    const node = names.get(path) ?? { seen: new Uint8Array(), safe: new Uint8Array() };
    if (!names.has(path)) change(new Map([...names, [path, node]]));
    return node;
  };

  const disk: Disk = {
    makeFolder: async () => step(),
    list: async (folder) => [
      ...new Set(
        [...names.keys()]
          .filter((name) => name.startsWith(`${folder}/`))
          .map((name) => name.slice(folder.length + 1).split('/')[0] ?? ''),
      ),
    ],
    read: async (path) => {
      step();
      return names.get(path)?.seen ?? null;
    },
    readStart: async (path, bytes) => {
      step();
      return names.get(path)?.seen.subarray(0, bytes) ?? null;
    },
    changedAt: async (path) => (names.has(path) ? 0 : null),
    create: async (path) => {
      step();
      if (names.has(path)) throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' });
      return toFile(open(path));
    },
    append: async (path) => {
      step();
      return toFile(open(path));
    },
    rename: async (from, to) => {
      step();
      const moved = new Map<string, Node>();
      let isThere = false;
      for (const [name, node] of names) {
        const isMoved = name === from || name.startsWith(`${from}/`);
        if (isMoved) isThere = true;
        if (isMoved || name !== to) moved.set(isMoved ? to + name.slice(from.length) : name, node);
      }
      if (isThere) change(moved);
      return isThere;
    },
    remove: async (path) => {
      step();
      change(new Map([...names].filter(([name]) => name !== path && !name.startsWith(`${path}/`))));
    },
    syncFolder: async (folder) => {
      step();
      if ([...names.keys()].some((name) => dirname(name) === folder)) history = [names];
    },
  };
  return {
    disk,
    images: () => history.flatMap(expand),
    calls: () => count,
    names: () => [...names.keys()],
    heal: () => {
      fault = null;
    },
  };
}
