import type { SourceText } from '../contract.ts';
import { expandRange } from '../ansible/expand-range.ts';
import {
  getGroup,
  getHost,
  makeInventory,
  type Inventory,
  type InventoryGroup,
  type InventoryValue,
} from '../ansible/inventory.ts';
import { isReadVariable, isSecretVariable } from '../ansible/variables.ts';
import { toImportNote } from '../import-problem.ts';
import { toFigure } from '#core/base/figure.ts';
import { limits } from '../limits.ts';

/** A section head such as `[web]`, `[prod:children]`, `[web:vars]`. */
export const sectionPattern = /^\[([^\]:\s]{1,200})(?::(children|vars|hosts))?\]\s*(?:[#;].*)?$/u;

/** Splits a host line like a shell: words by blanks, quotes kept together, ` #` ends it. */
export function splitWords(line: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  let open = false;
  for (const letter of line) {
    if (quote !== '') {
      if (letter === quote) quote = '';
      else word += letter;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      open = true;
    } else if (letter === ' ' || letter === '\t') {
      if (word !== '' || open) words.push(word);
      [word, open] = ['', false];
    } else if (letter === '#' && word === '' && !open) break;
    else word += letter;
  }
  if (word !== '' || open) words.push(word);
  return words;
}

/** A pattern with its port: `web01:2222`, `[2001:db8::1]:22`; ranges keep their colons. */
function splitPort(pattern: string): { readonly name: string; readonly port: string | undefined } {
  const address = /^\[([0-9a-fA-F:.]{2,45})\](?::(\d{1,5}))?$/u.exec(pattern);
  if (address !== null && (address[1] ?? '').split(':').length > 3)
    return { name: address[1] ?? pattern, port: address[2] };
  const match = /^(.{1,1000}[^:]):(\d{1,5})$/u.exec(pattern);
  const name = match?.[1] ?? pattern;
  const isPort = match !== null && !name.includes(':') && name.lastIndexOf('[') <= name.lastIndexOf(']');
  const isRangePort = match !== null && /\]/u.test(name) && !/:[^\]]*$/u.test(name);
  return isPort || isRangePort ? { name, port: match[2] } : { name: pattern, port: undefined };
}

function readVariable(
  inventory: Inventory,
  vars: Map<string, InventoryValue>,
  text: string,
  line: number,
): void {
  const at = text.indexOf('=');
  if (at < 1) return;
  const name = text.slice(0, at).trim();
  const value = text.slice(at + 1).trim();
  if (isSecretVariable(name)) {
    if (value !== '' && !value.includes('{{')) inventory.secrets.push({ line, kind: 'password' });
    return;
  }
  if (isReadVariable(name)) vars.set(name, { value, line, quote: value });
}

function readHostLine(
  inventory: Inventory,
  file: SourceText,
  text: string,
  line: number,
  group: InventoryGroup,
): void {
  const [pattern, ...variables] = splitWords(text);
  if (pattern === undefined) return;
  const { name, port } = splitPort(pattern);
  const names = expandRange(name);
  if (names === null) {
    const message = `The range "${pattern.slice(0, 100)}" stands for more than ${toFigure(limits.rangeNames)} hosts; it was left out.`;
    inventory.problems.push(toImportNote('range-too-large', file.name, message, line));
    return;
  }
  const quote = text.includes(pattern) ? pattern : (text.split(/\s/u)[0] ?? pattern);
  for (const each of names) {
    if (each.length > limits.nameCharacters) continue;
    const host = getHost(inventory, each, line, quote);
    group.hosts.add(each);
    if (port !== undefined) host.vars.set('ansible_port', { value: port, line, quote: pattern });
    for (const variable of variables) readVariable(inventory, host.vars, variable, line);
  }
}

/** Reads an inventory in INI notation. Source: Ansible, "How to build your inventory", and its `plugins/inventory/ini.py`. */
export function readIniInventory(file: SourceText, lines: readonly string[]): Inventory {
  const inventory = makeInventory();
  let group = getGroup(inventory, 'ungrouped', 1, '');
  let part: string | undefined;
  lines.forEach((raw, index) => {
    const line = index + 1;
    const text = raw.trim();
    if (text === '' || text.startsWith('#') || text.startsWith(';')) return;
    const section = sectionPattern.exec(text);
    if (section !== null) {
      const name = section[1] ?? '';
      part = section[2];
      group = getGroup(inventory, name, line, name);
      return;
    }
    if (part === 'vars') {
      readVariable(inventory, group.vars, text.replace(/\s+#.*$/u, ''), line);
    } else if (part === 'children') {
      const child = splitWords(text)[0] ?? '';
      group.children.add(child);
      if (!inventory.groups.has(child)) getGroup(inventory, child, line, child);
    } else readHostLine(inventory, file, text, line, group);
  });
  return inventory;
}
