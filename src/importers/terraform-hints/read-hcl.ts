import type { YamlMap, YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';

/** A `resource "type" "name" { ... }` block of a `.tf` file: only what is written out, nothing that refers to something else. */
export interface HclResource {
  readonly type: string;
  readonly called: YamlScalar;
  readonly body: YamlNode;
}

interface OpenBlock {
  readonly entries: Map<string, { readonly key: YamlScalar; readonly value: YamlNode }>;
  readonly line: number;
  /** The list that the finished block is put into, for nested blocks; `null` for maps that are the value of a key. */
  readonly under: { readonly parent: OpenBlock; readonly key: string; readonly isList: boolean } | null;
}

/** Blocks deeper than these hold nothing that is read. */
const deepest = 20;

function toScalar(value: string, line: number): YamlScalar {
  return { is: 'scalar', value, isNull: false, tag: '', line };
}

/** A value that is written out: a text without `${`, a number, a list of them; `undefined` for everything that must be computed. */
function toLiteral(words: string, line: number): YamlNode | undefined {
  const text = /^"((?:[^"\\$]|\\.|\$(?!\{)){0,2000})"$/u.exec(words);
  if (text !== null) return toScalar((text[1] ?? '').replace(/\\(.)/gu, '$1'), line);
  if (/^(?:-?\d{1,18}(?:\.\d{1,9})?|true|false)$/u.test(words)) return toScalar(words, line);
  const list = /^\[([^[\]]{0,2000})\]$/u.exec(words);
  if (list === null) return undefined;
  const items = (list[1] ?? '').split(',').flatMap((item) => toLiteral(item.trim(), line) ?? []);
  return { is: 'list', items, line };
}

function toMap(block: OpenBlock): YamlMap {
  return { is: 'map', entries: block.entries, line: block.line };
}

function close(block: OpenBlock): void {
  if (block.under === null) return;
  const { parent, key, isList } = block.under;
  const known = parent.entries.get(key)?.value;
  const items = known?.is === 'list' ? known.items : [];
  const value: YamlNode = isList
    ? { is: 'list', items: [...items, toMap(block)], line: block.line }
    : toMap(block);
  parent.entries.set(key, { key: toScalar(key, block.line), value });
}

/** Comments cut: `#` and `//` outside of texts. */
function withoutComment(line: string): string {
  const match = /^((?:[^"#/]|"(?:[^"\\]|\\.)*"|\/(?![/*]))*)(?:#|\/\/)/u.exec(line);
  return (match === null ? line : (match[1] ?? '')).trim();
}

interface Scan {
  readonly resources: HclResource[];
  readonly open: (OpenBlock | null)[];
  heredoc: string | null;
  inComment: boolean;
}

function openResource(scan: Scan, text: string, line: number): boolean {
  const match = /^resource\s+"([\w-]{1,200})"\s+"([\w-]{1,200})"\s*\{$/u.exec(text);
  if (match === null) return false;
  const block: OpenBlock = { entries: new Map(), line, under: null };
  scan.open.push(block);
  scan.resources.push({ type: match[1] ?? '', called: toScalar(match[2] ?? '', line), body: toMap(block) });
  return true;
}

function readInside(scan: Scan, text: string, line: number): void {
  const top = scan.open.at(-1) ?? null;
  const nested = /^([\w-]{1,100})(\s*=)?\s*\{$/u.exec(text);
  if (nested !== null && top !== null && scan.open.length < deepest) {
    scan.open.push({
      entries: new Map(),
      line,
      under: { parent: top, key: nested[1] ?? '', isList: nested[2] === undefined },
    });
    return;
  }
  if (/[{[(]$/u.test(text)) {
    scan.open.push(null);
    return;
  }
  if (/^[}\])]+,?$/u.test(text)) {
    const block = scan.open.pop();
    if (block !== undefined && block !== null) close(block);
    return;
  }
  const assigned = /^"?([\w-]{1,100})"?\s*[=:]\s*(\S.*?),?$/u.exec(text);
  const value = assigned === null ? undefined : toLiteral(assigned[2] ?? '', line);
  if (top === null || assigned === null || value === undefined) return;
  const key = assigned[1] ?? '';
  if (!top.entries.has(key)) top.entries.set(key, { key: toScalar(key, line), value });
}

/** Reads the resources of a `.tf` file line by line, as `terraform fmt` writes it. Source: HashiCorp, "HCL native syntax". */
export function readHcl(lines: readonly string[]): readonly HclResource[] {
  const scan: Scan = { resources: [], open: [], heredoc: null, inComment: false };
  for (const [index, raw] of lines.entries()) {
    const cut = raw.slice(0, 5000);
    if (scan.heredoc !== null) {
      if (cut.trim() === scan.heredoc) scan.heredoc = null;
      continue;
    }
    if (scan.inComment || /^\s*\/\*/u.test(cut)) {
      scan.inComment = !cut.includes('*/');
      continue;
    }
    const text = withoutComment(cut);
    const heredoc = /<<[-~]?"?([A-Za-z_]\w{0,60})"?$/u.exec(text);
    if (heredoc !== null) scan.heredoc = heredoc[1] ?? null;
    else if (text === '' || (scan.open.length === 0 && openResource(scan, text, index + 1))) continue;
    else if (scan.open.length > 0 || text.endsWith('{')) readInside(scan, text, index + 1);
  }
  return scan.resources;
}
