import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const metadataSchema = z.object({ name: z.literal('rehome'), version: z.string() });

/** The version of Rehome, out of the package file above the program. */
export function findVersion(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder !== dirname(folder)) {
    try {
      return metadataSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).version;
    } catch {
      folder = dirname(folder);
    }
  }
  return 'unknown';
}
