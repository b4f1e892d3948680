/** An open file of the vault. */
export interface DiskFile {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Returns when the bytes are on the disk itself. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * The few things that the vault asks of a file system. Handed in, so that tests can cut the power and break the n-th call of the
 * vault's own writer.
 */
export interface Disk {
  /** Makes a folder and those above it, readable by its owner alone. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** The names in a folder; none when there is no such folder. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /** The bytes of a file, or null when there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** At most so many first bytes of a file, or null when there is none. */
  readonly readStart: (path: string, bytes: number) => Promise<Uint8Array | null>;
  /** When a file was last written, in milliseconds, or null when there is none. */
  readonly changedAt: (path: string) => Promise<number | null>;
  /** Opens a new file for its owner alone; fails when the name is taken. */
  readonly create: (path: string) => Promise<DiskFile>;
  /** Opens a file to write behind its end, and makes it when there is none. */
  readonly append: (path: string) => Promise<DiskFile>;
  /** Gives a file another name; true when there was one. What had that name before is gone. */
  readonly rename: (from: string, to: string) => Promise<boolean>;
  /** Removes a file or a folder with all that is in it, when it is there. */
  readonly remove: (path: string) => Promise<void>;
  /** Returns when the names in the folder are on the disk itself. */
  readonly syncFolder: (path: string) => Promise<void>;
}
