import { sha256Hex } from '#core/base/sha256.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import type { Confidence } from '../contract.ts';
import { columnFields, isColumnField, type ColumnField } from './column-fields.ts';
import type { Unit } from './units.ts';
import { normaliseHeading } from './headings.ts';

/** What a column means; `null`: not imported. */
export interface MappedColumn {
  /** The heading as the file shows it. */
  readonly heading: string;
  readonly field: ColumnField | null;
  /** The unit of its numbers, where it has one. */
  readonly unit: Unit | null;
  readonly confidence: Confidence;
  readonly because: string;
}

/** What the columns of a table mean, one entry a column in their order. A person may change any of them. */
export interface ColumnMapping {
  /** Which tables it is for (see `toHeaderSignature`); `null`: any table, by its headings. */
  readonly signature: string | null;
  readonly columns: readonly MappedColumn[];
}

/** The same for two tables with the same set of headings, whatever their order and spelling: a mapping is remembered by it. */
export function toHeaderSignature(headings: readonly string[]): string {
  const names = headings.map((heading) => normaliseHeading(heading).words).filter((name) => name !== '');
  return sha256Hex([...new Set(names)].sort().join('\n')).slice(0, 16);
}

const chosenByHand = 'chosen by hand';

/** Puts what a person decided over what was proposed, heading by heading; a mapping for other headings changes nothing. */
export function applyMapping(proposed: ColumnMapping, decided: ColumnMapping | undefined): ColumnMapping {
  if (decided === undefined) return proposed;
  if (decided.signature !== null && decided.signature !== proposed.signature) return proposed;
  const byHeading = new Map(decided.columns.map((column) => [normaliseHeading(column.heading).key, column]));
  return {
    signature: proposed.signature,
    columns: proposed.columns.map((column) => {
      const chosen = byHeading.get(normaliseHeading(column.heading).key);
      if (chosen === undefined) return column;
      return {
        ...chosen,
        heading: column.heading,
        unit: chosen.unit ?? column.unit,
        confidence: 'sure',
        because: chosenByHand,
      };
    }),
  };
}

/** Of what a person decided (the newest first) the mapping that is for a table of these headings. */
export function findDecided(
  proposed: ColumnMapping,
  decided: readonly ColumnMapping[],
): ColumnMapping | undefined {
  return decided.find((each) => each.signature === null || each.signature === proposed.signature);
}

/** The columns of a mapping that a person chose, for the tables of these headings only. */
export function toChosenMapping(mapping: ColumnMapping): ColumnMapping | undefined {
  const columns = mapping.columns.filter((column) => column.because === chosenByHand);
  return columns.length === 0 ? undefined : { signature: mapping.signature, columns };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a mapping from outside: either `{ "columns": { "Heading": "field" | null } }` or the form in which a mapping is kept.
 * Fails with a sentence that names what is wrong.
 */
export function parseColumnMapping(data: unknown): Result<ColumnMapping, string> {
  const given = isRecord(data) ? (data['columns'] ?? data) : data;
  const pairs: [unknown, unknown, unknown][] = Array.isArray(given)
    ? given.map((column: unknown) =>
        isRecord(column) ? [column['heading'], column['field'], column['unit']] : [null, null, null],
      )
    : isRecord(given)
      ? Object.entries(given).map(([heading, field]) => [heading, field, null])
      : [];
  if (pairs.length === 0)
    return fail('The mapping names no columns: write { "columns": { "Heading": "field" } }.');
  const columns: MappedColumn[] = [];
  for (const [heading, field, unit] of pairs) {
    if (typeof heading !== 'string') return fail('Every column of the mapping needs a heading.');
    if (field !== null && !isColumnField(field)) {
      return fail(
        `${JSON.stringify(field) ?? '""'} is no field of a table. Fields: ${columnFields.join(', ')}.`,
      );
    }
    columns.push({
      heading,
      field,
      unit: unit === 'MiB' || unit === 'GiB' || unit === 'TiB' || unit === '%' ? unit : null,
      confidence: 'sure',
      because: chosenByHand,
    });
  }
  const signature = isRecord(data) && typeof data['signature'] === 'string' ? data['signature'] : null;
  return ok({ signature, columns });
}
