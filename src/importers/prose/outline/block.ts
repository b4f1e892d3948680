/** Where a piece of a unit stands: line from 1, columns from 0, the end is exclusive. */
export interface Piece {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** What the markup says about a stretch of plain text. */
export type MarkKind = 'code' | 'link' | 'strong' | 'struck';

/** A marked stretch of the plain text; `target` is the address of a link. */
export interface Mark {
  readonly kind: MarkKind;
  readonly from: number;
  readonly to: number;
  readonly target: string | null;
}

/** Text without markup. `at[i]` is the offset in the whole document of the plain character `i`. */
export interface RichText {
  readonly plain: string;
  readonly at: readonly number[];
  readonly marks: readonly Mark[];
}

/** The text of nothing. */
export const emptyText: RichText = { plain: '', at: [], marks: [] };

/** A row of a table. */
export interface Row {
  readonly cells: readonly RichText[];
  readonly header: boolean;
}

/** What a dialect's scanner tells, in the order of the lines; indents are columns. */
export type OutlineUnit =
  | { readonly is: 'heading'; readonly level: number; readonly text: readonly Piece[] }
  | { readonly is: 'item'; readonly indent: number; readonly text: readonly Piece[] }
  | { readonly is: 'paragraph'; readonly indent: number; readonly text: readonly Piece[] }
  | { readonly is: 'term'; readonly indent: number; readonly text: readonly Piece[] }
  | {
      readonly is: 'field';
      readonly indent: number;
      readonly name: readonly Piece[];
      readonly text: readonly Piece[];
    }
  | { readonly is: 'table'; readonly indent: number; readonly rows: readonly ScannedRow[] }
  | { readonly is: 'code'; readonly from: number; readonly to: number };

/** A row as scanned: one list of pieces a cell. */
export interface ScannedRow {
  readonly cells: readonly (readonly Piece[])[];
  readonly header: boolean;
}

/** A scanner's result; `notes` are lines that were left out on purpose (includes, raw parts), with the reason. */
export interface Scan {
  readonly units: readonly OutlineUnit[];
  readonly notes: readonly { readonly line: number; readonly why: string }[];
}

/** The dialects of prose. */
export type Dialect = 'markdown' | 'restructuredtext' | 'asciidoc';

/** A block of the common outline. Children of a section are its content and its sections, of an item what is nested in it. */
export interface Block {
  readonly kind: 'document' | 'section' | 'item' | 'paragraph' | 'term' | 'field' | 'table' | 'code';
  /** Level of a section (1 is the top), 0 elsewhere. */
  readonly level: number;
  readonly text: RichText;
  /** The name of a field. */
  readonly name: RichText;
  readonly rows: readonly Row[];
  readonly children: readonly Block[];
}

/** The outline of a document with the means to quote it. */
export interface Outline {
  readonly dialect: Dialect;
  readonly lines: readonly string[];
  readonly root: Block;
  readonly notes: readonly { readonly line: number; readonly why: string }[];
}
