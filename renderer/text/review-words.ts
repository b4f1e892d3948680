import type { MadeKind } from '#core/intake/made-thing.ts';

/** Words for saying what words of a document are. */
export const wordsText = {
  isWhat: (words: string): string => `“${words}” is…`,
  kinds: {
    server: 'A server',
    host: 'A host',
    service: 'A service',
    provider: 'A provider',
    site: 'A site',
    party: 'A party',
    question: 'A question',
  } satisfies Record<MadeKind, string>,
  chosen: (line: number, words: string): string => `Line ${line}: “${words}”`,
  ask: 'What is it?',
  hint: 'Select words to say what they are: with the mouse, or with the arrow keys, Shift and Enter.',
  group: 'Not understood',
  show: 'show',
  showHint: 'Lists the lines that were not understood',
  line: (line: number, text: string): string => `Line ${line}: ${text}`,
  lineHint: 'Select words in the source to say what they are',
  countLines: (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'}`,
} as const;
