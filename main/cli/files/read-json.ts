import { refuse, type Outcome } from '#main/cli/outcome.ts';
import { readInputText } from './read-input.ts';

/** The data of a JSON file (or of standard input for `-`); `toWords` says what is wrong, given what the parser said. */
export async function readJson(
  path: string,
  toWords: (path: string, why: string) => string,
): Promise<Outcome<unknown>> {
  const content = await readInputText(path);
  if (!content.ok) return content;
  try {
    return { ok: true, value: JSON.parse(content.value) };
  } catch (error) {
    return refuse(toWords(path, error instanceof Error ? `${error.message}.` : ''));
  }
}
