import { strToU8, zipSync } from 'fflate';
import type { ExportedFile } from '#core/exporters/contract.ts';

/** The first moment that a zip can say: archives carry no date of today, so that the same files give the same bytes. */
const noMoment = new Date(1980, 0, 1);

/** Files in one zip archive, in their order. Paths are relative and safe. */
export function toZip(files: readonly ExportedFile[]): Uint8Array {
  const parts = files.map(({ path, content }) => [
    path,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(parts), { level: 6, mtime: noMoment });
}
