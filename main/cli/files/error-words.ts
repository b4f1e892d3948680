import { text } from '#main/cli/text.ts';

/** What the system said, in words: its own code is kept only where there is no sentence for it. */
export function toErrorWords(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return text.systemErrors[code] ?? text.systemErrorUnknown(code);
}
