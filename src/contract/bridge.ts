import type { Result } from '#core/base/result.ts';
import type { LockState, PassphraseRequest, Secured } from './lock-state.ts';

/** Why a call of the bridge failed, as a stable code. */
export type BridgeProblemCode =
  | 'bad-arguments'
  | 'conflict'
  | 'damaged'
  | 'disk-full'
  | 'in-use'
  | 'locked'
  | 'newer-format'
  | 'no-permission'
  | 'not-allowed'
  | 'no-token'
  | 'too-large'
  | 'unreachable'
  | 'wrong-passphrase'
  | 'failed';

/** What went wrong in a call: a code for programs and a sentence for the person. */
export interface BridgeProblem {
  readonly code: BridgeProblemCode;
  readonly message: string;
}

/** What every call of the bridge answers: a value, or a problem. A call never throws. */
export type Answer<T> = Result<T, BridgeProblem>;

/** One stored plan in the list of plans. `changedAt` (ISO time) is only for display, it decides nothing. */
export interface PlanSummary {
  readonly planId: string;
  readonly name: string;
  readonly revision: number;
  readonly changedAt: string;
  /** True when neither the last nor the previous generation can be read. */
  readonly damaged: boolean;
  /** True when a newer version of Rehome stored it in a form of its own: then `damaged` is false. */
  readonly newer: boolean;
}

/**
 * The text that a newer version of Rehome stored of a plan, as it stands there, to hand out a copy of what can't be opened. `journal` holds the
 * lines of edits beside it that can be read, `unread` counts what can't.
 */
export interface NewerPlan {
  readonly name: string;
  readonly text: string;
  readonly journal: readonly string[];
  readonly unread: number;
}

/**
 * A plan as it was stored: the last good checkpoint, the journal lines written after it in their order, and the
 * revision that both together reach. `notice` says in a sentence what had to be repaired, or is null.
 */
export interface StoredPlan {
  readonly name: string;
  readonly revision: number;
  readonly checkpoint: string;
  readonly journal: readonly string[];
  readonly notice: string | null;
}

/** Something that a person set for the program: the theme, the size of a panel. JSON; `null` forgets it. */
export interface SettingRequest {
  readonly key: string;
  readonly value: unknown;
}

/** Why a version of a plan was kept: by itself while it was changed, or before something large. */
export const versionReasons = ['change', 'import', 'bulk-edit', 'restore', 'migration'] as const;

/** A reason of `versionReasons`. */
export type VersionReason = (typeof versionReasons)[number];

/** What a write is about to do: the state before it is kept as a version first. `words` say it to a person. */
export interface VersionMark {
  readonly reason: Exclude<VersionReason, 'change'>;
  readonly words: string;
}

/** A kept version of a plan in the list of them. `takenAt` (ISO time) is only for display; the order is that of revisions. */
export interface PlanVersion {
  readonly versionId: string;
  readonly name: string;
  readonly revision: number;
  readonly takenAt: string;
  readonly reason: VersionReason;
  readonly words: string;
}

/** Writes a whole plan. `writer` is a random id per window. */
export interface CheckpointRequest {
  readonly planId: string;
  readonly name: string;
  /** The revision that the checkpoint holds. It may not be lower than the stored one. */
  readonly revision: number;
  readonly writer: string;
  /**
   * The highest revision that the writer knows to be stored (0: none). When another writer stored a later one meanwhile, the
   * call is refused with `conflict`. Without it another writer's call needs a higher revision than the stored one.
   */
  readonly seen?: number;
  /** Keep what is stored as a version first; when that fails nothing is written. */
  readonly before?: VersionMark;
  /** An opaque text, see `renderer/persistence`. */
  readonly checkpoint: string;
}

/** Adds lines behind the last checkpoint; `revision` is the one that is reached with the last line. Same rules as a checkpoint. */
export interface JournalRequest {
  readonly planId: string;
  readonly revision: number;
  readonly writer: string;
  readonly seen?: number;
  readonly before?: VersionMark;
  readonly lines: readonly string[];
}

/** One version of one plan. */
export interface VersionRequest {
  readonly planId: string;
  readonly versionId: string;
}

/** The acknowledgement of a write: it is on the disk (the flush returned). */
export interface Written {
  readonly revision: number;
}

/** What files are asked for: an inventory (many formats), one plan file, or all files of a folder. */
export interface OpenRequest {
  readonly purpose: 'import' | 'plan' | 'folder';
  readonly multiple: boolean;
}

/** A file that a person chose. `handle` is an opaque name to save to the same file again, null where that is not possible. */
export interface OpenedFile {
  readonly handle: string | null;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Saves bytes: to the file behind the handle, or, with `handle: null`, to a place that the person chooses now. */
export interface SaveRequest {
  readonly handle: string | null;
  readonly suggestedName: string;
  readonly bytes: Uint8Array;
}

/** Where a file was saved to: its handle (null for a download) and its name. */
export interface SavedFile {
  readonly handle: string | null;
  readonly name: string;
}

/** The file that a plan is kept in beside the vault, as far as a page may know it: its name, never its path. */
export interface LinkedFile {
  readonly name: string;
  /** `changed`: another program wrote it since it was read or written here. `gone`: there is no such file any more. */
  readonly state: 'same' | 'changed' | 'gone';
}

/** Keeps a plan in a file from now on: that of the handle, or with `null` one that the person chooses. Its content is not touched. */
export interface LinkRequest {
  readonly planId: string;
  readonly handle: string | null;
  readonly suggestedName: string;
}

/**
 * Writes a plan to its file. `check` writes only over what was read or written here last; `overwrite` whatever is there; `beside` leaves the
 * file alone and writes a new one beside it, which is the plan's file then.
 */
export interface LinkedWrite {
  readonly planId: string;
  readonly bytes: Uint8Array;
  readonly how: 'check' | 'overwrite' | 'beside';
}

/** Where the data is, in words to show: the folder of the vault, and in browser mode the address that it is served at. */
export interface Whereabouts {
  readonly mode: 'desktop' | 'browser';
  readonly folder: string;
  readonly address: string | null;
  readonly version: string;
}

/** What the shell tells the renderer without being asked. */
export type ShellEvent =
  /** A menu item was chosen; `actionId` is an id of the action list. */
  | { readonly kind: 'action'; readonly actionId: string }
  /** A plan file was opened by double click or by an argument. */
  | { readonly kind: 'open-plan'; readonly file: OpenedFile }
  /** A plan of the vault was chosen in the menu. */
  | { readonly kind: 'open-stored'; readonly planId: string }
  /** The window is about to close: store what is pending, then call `finishClosing`. */
  | { readonly kind: 'closing' };

/** Every call with its request and its answer: the one table that preload, handlers, browser host and bridge are typed by. */
export interface CallMap {
  readonly listPlans: { readonly request: null; readonly answer: readonly PlanSummary[] };
  readonly loadPlan: { readonly request: { readonly planId: string }; readonly answer: StoredPlan | null };
  /** What a newer version stored; null where the plan is not there, or is of no newer form. */
  readonly loadNewer: { readonly request: { readonly planId: string }; readonly answer: NewerPlan | null };
  readonly writeCheckpoint: { readonly request: CheckpointRequest; readonly answer: Written };
  readonly appendJournal: { readonly request: JournalRequest; readonly answer: Written };
  readonly deletePlan: { readonly request: { readonly planId: string }; readonly answer: null };
  readonly listVersions: {
    readonly request: { readonly planId: string };
    readonly answer: readonly PlanVersion[];
  };
  readonly loadVersion: { readonly request: VersionRequest; readonly answer: StoredPlan | null };
  readonly readSettings: { readonly request: null; readonly answer: Readonly<Record<string, unknown>> };
  readonly writeSetting: { readonly request: SettingRequest; readonly answer: null };
  readonly where: { readonly request: null; readonly answer: Whereabouts };
  readonly readLock: { readonly request: null; readonly answer: LockState };
  readonly unlock: { readonly request: { readonly secret: string }; readonly answer: null };
  readonly changePassphrase: { readonly request: PassphraseRequest; readonly answer: Secured };
  readonly openFiles: { readonly request: OpenRequest; readonly answer: readonly OpenedFile[] };
  readonly saveFile: { readonly request: SaveRequest; readonly answer: SavedFile | null };
  /** The plan that is kept in the file of a handle, or null. */
  readonly findLinkedPlan: { readonly request: { readonly handle: string }; readonly answer: string | null };
  readonly linkFile: { readonly request: LinkRequest; readonly answer: LinkedFile | null };
  readonly findLinkedFile: {
    readonly request: { readonly planId: string };
    readonly answer: LinkedFile | null;
  };
  readonly readLinkedFile: { readonly request: { readonly planId: string }; readonly answer: OpenedFile };
  readonly writeLinkedFile: { readonly request: LinkedWrite; readonly answer: LinkedFile };
  readonly unlinkFile: { readonly request: { readonly planId: string }; readonly answer: null };
  readonly openExternal: { readonly request: { readonly url: string }; readonly answer: null };
  readonly startEvents: { readonly request: null; readonly answer: null };
  readonly finishClosing: { readonly request: null; readonly answer: null };
}

/** The name of a call. */
export type CallName = keyof CallMap;
/** What a call is given. */
export type RequestOf<Name extends CallName> = CallMap[Name]['request'];
/** What a call answers when it succeeds. */
export type AnswerOf<Name extends CallName> = CallMap[Name]['answer'];

/** The calls on files that plans are kept in, see `LinkedFile`. */
export interface LinkedFiles {
  findPlan(handle: string): Promise<Answer<string | null>>;
  link(request: LinkRequest): Promise<Answer<LinkedFile | null>>;
  find(planId: string): Promise<Answer<LinkedFile | null>>;
  read(planId: string): Promise<Answer<OpenedFile>>;
  write(request: LinkedWrite): Promise<Answer<LinkedFile>>;
  unlink(planId: string): Promise<Answer<null>>;
}

/** The renderer's only way out: the same in Electron and in the browser. */
export interface Bridge {
  readonly mode: 'desktop' | 'browser';
  /** The stored plans, by name. */
  listPlans(): Promise<Answer<readonly PlanSummary[]>>;
  /** A stored plan, or null when there is none of that id. */
  loadPlan(planId: string): Promise<Answer<StoredPlan | null>>;
  /** What a newer version of Rehome stored of a plan, or null when it is of no newer form. */
  loadNewer(planId: string): Promise<Answer<NewerPlan | null>>;
  /** Stores a whole plan; answered after it is safe on the disk. */
  writeCheckpoint(request: CheckpointRequest): Promise<Answer<Written>>;
  /** Stores edits behind the last checkpoint; answered after they are safe on the disk. */
  appendJournal(request: JournalRequest): Promise<Answer<Written>>;
  /** The kept versions of a plan, the last one first; also those of a plan that is damaged. */
  listVersions(planId: string): Promise<Answer<readonly PlanVersion[]>>;
  /** A kept version, or null when there is none of that id. */
  loadVersion(request: VersionRequest): Promise<Answer<StoredPlan | null>>;
  /** Deletes a plan with all that is stored of it. */
  deletePlan(planId: string): Promise<Answer<null>>;
  /** All settings by their keys. */
  readSettings(): Promise<Answer<Readonly<Record<string, unknown>>>>;
  /** Keeps one setting. */
  writeSetting(request: SettingRequest): Promise<Answer<null>>;
  /** Lets the person choose files; an empty list when it was cancelled. */
  openFiles(request: OpenRequest): Promise<Answer<readonly OpenedFile[]>>;
  /** Saves a file; null when it was cancelled. */
  saveFile(request: SaveRequest): Promise<Answer<SavedFile | null>>;
  /** The files that plans are kept in; `null` in browser mode, where a page can't write to a file of the person's again. */
  readonly linkedFiles: LinkedFiles | null;
  /** Opens an https address in the person's browser. */
  openExternal(url: string): Promise<Answer<null>>;
  /** Where the data is. */
  where(): Promise<Answer<Whereabouts>>;
  /** Whether a passphrase is set, and whether it has to be given now. */
  readLock(): Promise<Answer<LockState>>;
  /** Gives the passphrase, or the recovery code. */
  unlock(secret: string): Promise<Answer<null>>;
  /** Sets, changes or removes the passphrase. */
  changePassphrase(request: PassphraseRequest): Promise<Answer<Secured>>;
  /** Listens to the shell; what happened before is delivered first. Returns the function that stops it. */
  watch(listener: (event: ShellEvent) => void): () => void;
  /** Tells the shell that all is stored and the window may close. */
  finishClosing(): Promise<Answer<null>>;
}
