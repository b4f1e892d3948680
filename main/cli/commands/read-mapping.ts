import { parseColumnMapping, type ColumnMapping } from '#core/importers/csv/column-mapping.ts';
import { importText } from '#main/cli/command-text.ts';
import { readInputText } from '#main/cli/files/read-input.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';

/** What the columns of a table mean, as a person wrote it into a file; `null` when there is no such file. */
export async function readMapping(path: string | null): Promise<Outcome<ColumnMapping | null>> {
  if (path === null) return { ok: true, value: null };
  const content = await readInputText(path);
  if (!content.ok) return content;
  let data: unknown;
  try {
    data = JSON.parse(content.value);
  } catch {
    return refuse(importText.badMap(path));
  }
  const mapping = parseColumnMapping(data);
  return mapping.ok ? mapping : refuse(`${path}: ${mapping.error}`);
}
