import { parseColumnMapping, type ColumnMapping } from '#core/importers/csv/column-mapping.ts';
import { importText } from '#main/cli/command-text.ts';
import { readJson } from '#main/cli/files/read-json.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';

/** What the columns of a table mean, as a person wrote it into a file; `null` when there is no such file. */
export async function readMapping(path: string | null): Promise<Outcome<ColumnMapping | null>> {
  if (path === null) return { ok: true, value: null };
  const data = await readJson(path, importText.badMap);
  if (!data.ok) return data;
  const mapping = parseColumnMapping(data.value);
  return mapping.ok ? mapping : refuse(`${path}: ${mapping.error}`);
}
