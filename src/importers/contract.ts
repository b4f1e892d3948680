import type { ColumnMapping } from './csv/column-mapping.ts';
import type { Access, DutyRole } from '../model/duty.ts';
import type { DependencyType } from '../model/dependency.ts';
import type { DispositionKind } from '../model/disposition.ts';
import type { Cost, NodeKind, NodeStatus, Resources } from '../model/node.ts';
import type { PartyKind } from '../model/party.ts';
import type { SecretMark, StatedTotal } from '../model/source.ts';

/** One file as it came in: its name (a relative path when a folder was given) and its bytes. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A row of a spreadsheet: its number as the program shows it, and its cells as they are shown. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One sheet of a workbook. */
export interface Sheet {
  /** The file that it stands in. */
  readonly workbook: string;
  readonly name: string;
  /** Rows that have a filled cell, in their order. */
  readonly rows: readonly SheetRow[];
}

/** A file after detection of its encoding. `lines` are without line ends; line 1 is `lines[0]`. */
export interface SourceText {
  readonly name: string;
  readonly sha256: string;
  /** Empty for a sheet of a workbook. */
  readonly text: string;
  readonly lines: readonly string[];
  /** Set for a sheet of a workbook (named `estate.xlsx#Servers`), which is no text. */
  readonly sheet?: Sheet;
}

/** How far a found thing can be trusted: `sure` and `likely` enter a plan, `uncertain` waits for a person. */
export type Confidence = 'sure' | 'likely' | 'uncertain';

/** Words of the source that speak for a value: `quote` stands word for word on `line` (from 1). */
export interface ProposedEvidence {
  readonly line: number;
  readonly quote: string;
  /** The field that the words speak for, for example `name`, `parent`, `capacity.memoryMiB`. */
  readonly field: string;
}

/** What every found thing carries. Things point at each other by `key`. */
export interface ProposedBase {
  /** Unique in the proposal and the same on each import of the same text: kind and identity, for example `server:web02`. */
  readonly key: string;
  readonly confidence: Confidence;
  /** Why it is believed, in words for the reader; the strongest first. */
  readonly reasons: readonly string[];
  readonly evidence: readonly ProposedEvidence[];
}

/** A found node; `parent` is the key of another proposed node. Absent fields are not known. */
export interface ProposedNode extends ProposedBase {
  readonly is: 'node';
  readonly kind: NodeKind;
  readonly name: string;
  readonly type?: string;
  readonly aliases?: readonly string[];
  readonly parent?: string | null;
  readonly count?: number | null;
  readonly environment?: string;
  readonly status?: NodeStatus;
  readonly os?: string;
  readonly addresses?: readonly string[];
  readonly domains?: readonly string[];
  readonly tags?: readonly string[];
  readonly notes?: string;
  readonly capacity?: Partial<Resources>;
  readonly usage?: Partial<Resources>;
  readonly cost?: Partial<Cost>;
  readonly jurisdiction?: string;
  readonly data?: readonly string[];
  /** Ids of the outside world (instance id, UUID, serial), strongest first; used to recognise the node again. */
  readonly identities?: readonly string[];
}

/** A found dependency; `from` and `to` are keys of proposed nodes. */
export interface ProposedDependency extends ProposedBase {
  readonly is: 'dependency';
  readonly from: string;
  readonly to: string;
  readonly type: DependencyType;
  readonly protocol?: string;
  readonly port?: number;
  readonly encrypted?: boolean;
  readonly latencyMs?: number;
  readonly maxLatencyMs?: number;
}

/** A found party. */
export interface ProposedParty extends ProposedBase {
  readonly is: 'party';
  readonly name: string;
  readonly kind: PartyKind;
  readonly contacts?: readonly string[];
}

/** A found duty; `subject` is the key of a node, `party` that of a party (`null`: owed, but nobody owes it yet). */
export interface ProposedDuty extends ProposedBase {
  readonly is: 'duty';
  readonly area: string;
  readonly subject: string | null;
  readonly environment?: string;
  readonly party: string | null;
  readonly role: DutyRole;
  readonly joint?: boolean;
  readonly access?: Access;
}

/** A found open point; `about` holds keys of proposed things. */
export interface ProposedQuestion extends ProposedBase {
  readonly is: 'question';
  readonly text: string;
  readonly about: readonly string[];
  readonly blocking: boolean;
}

/** A found removal candidate or other fate of a node (by key); conditions in the document's own words. */
export interface ProposedDisposition extends ProposedBase {
  readonly is: 'disposition';
  readonly node: string;
  readonly disposition: DispositionKind;
  readonly why: string;
  readonly conditions: readonly string[];
}

/** A found phase ("wave" in a spreadsheet). */
export interface ProposedPhase extends ProposedBase {
  readonly is: 'phase';
  readonly name: string;
  readonly start?: string;
  readonly end?: string;
}

/** A found move: `node` and `to` are keys of nodes, `phase` that of a phase. */
export interface ProposedMove extends ProposedBase {
  readonly is: 'move';
  readonly node: string;
  readonly to: string;
  readonly phase: string | null;
}

/** Anything that an importer can find. */
export type ProposedItem =
  | ProposedNode
  | ProposedDependency
  | ProposedParty
  | ProposedDuty
  | ProposedQuestion
  | ProposedDisposition
  | ProposedPhase
  | ProposedMove;

/** A line that said something which was not understood. */
export interface SourceLine {
  readonly line: number;
  readonly text: string;
}

/** Expected trouble with a file: a stable code and words that a user can act on. */
export interface ImportProblem {
  readonly code: string;
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
  /** `error`: nothing of the file was read. `note`: a row or a part was left out or read with care. */
  readonly severity: 'error' | 'note';
}

/** A table of a person as the review shows it: what its columns mean, its first rows, and how many there are. Secrets are masked. */
export interface TableSample {
  readonly source: string;
  readonly mapping: ColumnMapping;
  readonly rows: readonly SheetRow[];
  readonly rowCount: number;
}

/** What one source holds, as an importer understood it: nothing of it is in the plan yet. */
export interface Proposal {
  readonly source: {
    readonly name: string;
    readonly format: string;
    readonly sha256: string;
    /** The text with secrets masked, for prose; `null` for tables, YAML, JSON. */
    readonly text: string | null;
    /** `found` is filled in by the importer for its own document. */
    readonly totals: readonly StatedTotal[];
    readonly secrets: readonly SecretMark[];
    /** What a person said that columns of the table mean; kept with the source, for later tables of the same headings. */
    readonly mapping?: ColumnMapping;
  };
  readonly items: readonly ProposedItem[];
  readonly notUnderstood: readonly SourceLine[];
  readonly problems: readonly ImportProblem[];
  /** Set for tables whose columns a person may give another meaning. */
  readonly table?: TableSample;
}

/** Says how well a format fits a file: 0 (not at all) to 100, with a sentence for the person who must choose on a tie. */
export interface Detection {
  readonly score: number;
  readonly because: string;
}

/** One importer: pure, deterministic, never throws on bad input. `fileSet` importers see all files of a folder at once. */
export interface Importer {
  readonly format: string;
  /** What it is called on the screen. */
  readonly title: string;
  readonly detect: (file: SourceText) => Detection;
  readonly parse: (file: SourceText, others: readonly SourceText[]) => Proposal;
}
