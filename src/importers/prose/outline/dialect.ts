import type { Dialect } from './block.ts';

interface DialectSign {
  readonly dialect: Dialect;
  readonly sign: string;
  readonly pattern: RegExp;
  readonly weight: number;
}

/** What speaks for a dialect, counted line by line; a line of more than 400 characters is looked at up to there. */
const dialectSigns: readonly DialectSign[] = [
  { dialect: 'markdown', sign: 'a heading with #', pattern: /^#{1,6} \S/u, weight: 3 },
  {
    dialect: 'markdown',
    sign: 'a link like [text](address)',
    pattern: /\[[^\]\n]{1,120}\]\([^)\n]{1,200}\)/u,
    weight: 2,
  },
  { dialect: 'markdown', sign: 'a code fence', pattern: /^\s*(?:```|~~~)/u, weight: 2 },
  { dialect: 'markdown', sign: 'a table with |---|', pattern: /^\s*\|?\s*:?-{2,}:?\s*\|/u, weight: 3 },
  { dialect: 'restructuredtext', sign: 'a directive', pattern: /^\s*\.\. [\w:|_-]{1,60}/u, weight: 3 },
  {
    dialect: 'restructuredtext',
    sign: 'a link like `text <address>`_',
    pattern: /`[^`\n]{1,200}`__?(?:\W|$)/u,
    weight: 3,
  },
  { dialect: 'restructuredtext', sign: 'a role', pattern: /:[a-z:-]{2,30}:`[^`\n]{1,200}`/u, weight: 3 },
  { dialect: 'restructuredtext', sign: 'a grid table', pattern: /^\s*\+(?:[-=]{2,}\+)+\s*$/u, weight: 4 },
  { dialect: 'restructuredtext', sign: 'code in double backticks', pattern: /``[^`\n]{1,100}``/u, weight: 1 },
  { dialect: 'restructuredtext', sign: 'a field', pattern: /^:[A-Za-z][\w -]{1,40}:(?:\s|$)/u, weight: 1 },
  { dialect: 'asciidoc', sign: 'a heading with =', pattern: /^={1,6} \S/u, weight: 3 },
  { dialect: 'asciidoc', sign: 'a table with |===', pattern: /^\|===\s*$/u, weight: 4 },
  {
    dialect: 'asciidoc',
    sign: 'a link like link:address[text]',
    pattern: /\b(?:link:|https?:\/\/)[^\s[\]]{1,200}\[[^\]\n]{0,200}\]/u,
    weight: 3,
  },
  { dialect: 'asciidoc', sign: 'a labelled list', pattern: /^\S.{0,80}::(?: |$)/u, weight: 1 },
  {
    dialect: 'asciidoc',
    sign: 'block attributes',
    pattern: /^\[(?:%|cols=|source|NOTE|TIP|WARNING)/u,
    weight: 3,
  },
];

const underline = /^([=\-`:.'"~^_*+#])\1{2,}\s*$/u;
const extensions: readonly (readonly [RegExp, Dialect])[] = [
  [/\.(?:md|markdown|mdown|mkd)$/iu, 'markdown'],
  [/\.(?:rst|rest)$/iu, 'restructuredtext'],
  [/\.(?:adoc|asciidoc|asc)$/iu, 'asciidoc'],
];

/** How strongly a text speaks for each dialect. */
interface DialectScores {
  readonly scores: Readonly<Record<Dialect, number>>;
  readonly named: Dialect | null;
  /** The sign that weighed most, in words. */
  readonly because: Readonly<Record<Dialect, string>>;
}

function underlineStyles(lines: readonly string[]): number {
  const styles = new Set<string>();
  for (let i = 1; i < Math.min(lines.length, 4000); i += 1) {
    const found = underline.exec(lines[i] ?? '');
    const above = (lines[i - 1] ?? '').trimEnd();
    const length = (lines[i] ?? '').trimEnd().length;
    if (
      found !== null &&
      above.trim() !== '' &&
      !underline.test(above) &&
      Math.abs(length - above.length) < 30
    )
      styles.add(found[1] ?? '');
  }
  return styles.size === 0
    ? 0
    : styles.size * 2 + ([...styles].some((style) => !/[=-]/u.test(style)) ? 3 : 0);
}

/** Weighs the signs of all dialects. The name of the file is one sign among others. */
export function weighDialects(name: string, lines: readonly string[]): DialectScores {
  const scores: Record<Dialect, number> = { markdown: 1, restructuredtext: 0, asciidoc: 0 };
  const because: Record<Dialect, string> = { markdown: 'plain text', restructuredtext: '', asciidoc: '' };
  const best: Record<Dialect, number> = { markdown: 0, restructuredtext: 0, asciidoc: 0 };
  const looked = lines.slice(0, 4000).map((line) => line.slice(0, 400));
  for (const sign of dialectSigns) {
    const hits = looked.reduce((sum, line) => sum + (sign.pattern.test(line) ? 1 : 0), 0);
    const weight = Math.min(hits, 12) * sign.weight;
    scores[sign.dialect] += weight;
    if (weight > best[sign.dialect]) {
      best[sign.dialect] = weight;
      because[sign.dialect] = sign.sign;
    }
  }
  const titles = underlineStyles(looked);
  scores.restructuredtext += titles;
  if (titles > best.restructuredtext) because.restructuredtext = 'titles with an underline';
  const named = extensions.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  return { scores, named, because };
}

/** The dialect in which a text is read: the strongest by content, the name decides when it is close. */
export function chooseDialect(name: string, lines: readonly string[]): Dialect {
  const { scores, named } = weighDialects(name, lines);
  const order: readonly Dialect[] = ['markdown', 'restructuredtext', 'asciidoc'];
  const strongest = order.reduce((best, each) => (scores[each] > scores[best] ? each : best));
  if (named === null || named === strongest) return strongest;
  return scores[strongest] > scores[named] * 2 + 4 ? strongest : named;
}
