/** Rows of a lexicon that is kept as readable text: cells parted by bars, lists inside a cell by commas. */
export function readLexicon(text: string): string[][] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

/** The list in a cell. */
export function readList(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** A name in the form in which two spellings of it are equal: lower case, letters and digits only. */
export function toFold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, '');
}

const letter = '[\\p{L}\\p{N}_]';
const edge = `(?:(?<=${letter})(?!${letter})|(?<!${letter})(?=${letter}))`;

/** The pattern with word edges that know all letters, where it has such letters: `\\b` takes "ü" for a gap. */
export function withLetters(words: RegExp): RegExp {
  if (!/[ä-ü]/iu.test(words.source)) return words;
  return new RegExp(words.source.replaceAll('\\b', edge), words.flags);
}
