/** A setting of an SSH configuration with its line. */
export interface SshOption {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** A `Host` or `Match` block: whom it is for and what it sets. */
export interface SshBlock {
  readonly patterns: readonly string[];
  readonly line: number;
  /** Names in it are machines: it is a `Host` block. */
  readonly isHost: boolean;
  readonly options: SshOption[];
}

/** A configuration: its blocks in order, and how many blocks hold under conditions that are not judged here. */
export interface SshConfig {
  readonly blocks: readonly SshBlock[];
  readonly conditional: number;
  readonly includes: readonly SshOption[];
}

/** Keyword and words of a line; `undefined` for blanks and comments. Source: OpenBSD `ssh_config(5)`. */
export function splitLine(
  line: string,
): { readonly key: string; readonly value: string; readonly words: readonly string[] } | undefined {
  const match = /^\s*([A-Za-z][A-Za-z0-9]{1,60})(?:\s*=\s*|\s+)(\S[^\n]*)$/u.exec(line.slice(0, 5000));
  if (match === null) return undefined;
  const value = (match[2] ?? '').trim();
  const words: string[] = [];
  for (const [, quoted, plain] of value.matchAll(/"([^"]{0,2000})"|(\S{1,2000})/gu)) {
    const word = quoted ?? plain ?? '';
    if (quoted === undefined && word.startsWith('#')) break;
    words.push(word);
  }
  return { key: (match[1] ?? '').toLowerCase(), value, words };
}

/** The patterns of a `Match` line, or `null` when it asks for more than a host's name. */
function toMatchPatterns(words: readonly string[]): readonly string[] | null {
  const [first = '', second = '', more] = words;
  if (first.toLowerCase() === 'all' && words.length === 1) return ['*'];
  if (!/^(?:original)?host$/iu.test(first) || more !== undefined) return null;
  return second.split(',');
}

/** Reads a client configuration into blocks. Settings before the first block are for every host. */
export function readSshConfig(lines: readonly string[]): SshConfig {
  const blocks: SshBlock[] = [];
  const includes: SshOption[] = [];
  let conditional = 0;
  let block: SshBlock | null = { patterns: ['*'], line: 1, isHost: false, options: [] };
  blocks.push(block);
  for (const [index, text] of lines.entries()) {
    const said = splitLine(text);
    if (said === undefined) continue;
    const line = index + 1;
    const { key, words } = said;
    if (key === 'host') {
      block = { patterns: words, line, isHost: true, options: [] };
      blocks.push(block);
    } else if (key === 'match') {
      const patterns = toMatchPatterns(words);
      if (patterns === null) conditional += 1;
      block = patterns === null ? null : { patterns, line, isHost: false, options: [] };
      if (block !== null) blocks.push(block);
    } else if (key === 'include') includes.push({ key, value: words.join(' '), line });
    else {
      const whole = key === 'proxycommand' ? said.value : words.join(' ');
      block?.options.push({ key, value: whole, line });
    }
  }
  return { blocks, conditional, includes };
}

/** Whether a name fits a pattern of `*` and `?`; linear, stars are tried from the left with one way back. */
export function fitsPattern(name: string, pattern: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let retry = 0;
  while (at < name.length) {
    const sign = pattern[inPattern];
    if (sign === '*') {
      star = inPattern;
      retry = at;
      inPattern += 1;
    } else if (sign === '?' || sign === name[at]) {
      at += 1;
      inPattern += 1;
    } else if (star >= 0) {
      inPattern = star + 1;
      retry += 1;
      at = retry;
    } else return false;
  }
  while (pattern[inPattern] === '*') inPattern += 1;
  return inPattern === pattern.length;
}

function isFor(block: SshBlock, name: string): boolean {
  const key = name.toLowerCase();
  const fits = (pattern: string): boolean => fitsPattern(key, pattern.toLowerCase());
  if (block.patterns.some((pattern) => pattern.startsWith('!') && fits(pattern.slice(1)))) return false;
  return block.patterns.some((pattern) => !pattern.startsWith('!') && fits(pattern));
}

/** Finds the settings of a host by name. */
export type OptionFinder = (name: string) => ReadonlyMap<string, SshOption>;

/**
 * A finder of settings: all blocks that fit a host from top to bottom, the first value of a keyword counts. Blocks of plain names are
 * looked up, only those with patterns are tried, so that many hosts take no more than their number.
 */
export function makeOptionFinder(config: SshConfig): OptionFinder {
  const plain = new Map<string, number[]>();
  const patterned: number[] = [];
  for (const [index, block] of config.blocks.entries()) {
    if (block.patterns.some((pattern) => /[*?!]/u.test(pattern))) patterned.push(index);
    else
      for (const pattern of block.patterns) {
        const key = pattern.toLowerCase();
        plain.set(key, [...(plain.get(key) ?? []), index]);
      }
  }
  return (name) => {
    const own = plain.get(name.toLowerCase()) ?? [];
    const options = new Map<string, SshOption>();
    for (const index of [...own, ...patterned].sort((a, b) => a - b)) {
      const block = config.blocks[index];
      if (block === undefined || !isFor(block, name)) continue;
      for (const option of block.options) if (!options.has(option.key)) options.set(option.key, option);
    }
    return options;
  };
}
