import type { Detection, Importer, Proposal, SourceText } from '../contract.ts';
import { toInventoryItems } from '../ansible/inventory-items.ts';
import { toNoHosts } from '../ansible/no-hosts.ts';
import { maskSecrets } from '../secrets.ts';
import { readIniInventory, sectionPattern, splitWords } from './read-ini.ts';

const hostWord = /^[\w.:[\]-]{1,253}$/u;
const ansibleVariable = /(?:^|\s)ansible_\w{1,60}\s?=/u;

/** How a line of an inventory looks to the eye; anything else counts against the format. */
function judgeLine(
  line: string,
  part: string | undefined,
): 'fits' | 'section' | 'variable' | 'strange' | 'blank' {
  const text = line.trim();
  if (text === '' || text.startsWith('#') || text.startsWith(';')) return 'blank';
  if (sectionPattern.test(text)) return 'section';
  if (part === 'vars') return /^[\w.-]{1,100}\s{0,9}=/u.test(text) ? 'variable' : 'strange';
  const [host, ...variables] = splitWords(text.slice(0, 2000));
  if (host === undefined || !hostWord.test(host) || host.endsWith(':')) return 'strange';
  return variables.every((word) => /^[\w.-]{1,100}=/u.test(word)) ? 'fits' : 'strange';
}

function detect(file: SourceText): Detection {
  let part: string | undefined;
  const count = { fits: 0, section: 0, variable: 0, strange: 0, blank: 0 };
  let named = 0;
  let keyed = 0;
  for (const line of file.lines.slice(0, 400)) {
    const verdict = judgeLine(line, part);
    if (verdict === 'section') part = sectionPattern.exec(line.trim())?.[2];
    if (ansibleVariable.test(line)) named += 1;
    if (part === undefined && verdict === 'fits' && /^\s*[\w.-]+\s*=/u.test(line)) keyed += 1;
    count[verdict] += 1;
  }
  const said = count.fits + count.section + count.variable;
  if (said === 0 || count.strange > said * 0.05 || keyed > count.fits * 0.3)
    return { score: 0, because: 'lines that no inventory has' };
  const isNamed = /(?:^|\/)(?:hosts|inventory)(?:\.ini)?$|[_-]hosts$|\.ini$/iu.test(file.name);
  const hasGroups = count.section > 0;
  if (
    !hasGroups &&
    named === 0 &&
    !(isNamed && file.lines.every((line) => !/^\s*[\d.:]+\s+\S/u.test(line)))
  ) {
    return { score: 0, because: 'neither groups nor Ansible variables' };
  }
  if (count.fits === 0) return { score: 20, because: 'groups without hosts' };
  const score = 45 + (hasGroups ? 20 : 0) + (named > 0 ? 25 : 0) + (isNamed ? 10 : 0);
  return {
    score: Math.min(98, score),
    because: `${count.section} group(s) in brackets and ${count.fits} host line(s)`,
  };
}

function parse(file: SourceText): Proposal {
  const masked = maskSecrets(file.lines.join('\n'));
  // A line that is nothing but a mask would read like the head of a group.
  const lines = masked.text
    .split('\n')
    .map((line, index) => (line.trim() === '[secret]' && line !== file.lines[index] ? '' : line));
  const inventory = readIniInventory(file, lines);
  const items = toInventoryItems(inventory, file.name);
  if (inventory.hosts.size === 0) {
    inventory.problems.push(toNoHosts(file.name, inventory.problems));
  }
  const marked = new Set(masked.secrets.map((mark) => mark.line));
  const secrets = [...masked.secrets, ...inventory.secrets.filter((mark) => !marked.has(mark.line))];
  return {
    source: {
      name: file.name,
      format: 'ansible-ini',
      sha256: file.sha256,
      text: null,
      totals: [],
      secrets: secrets.sort((a, b) => a.line - b.line),
    },
    items,
    notUnderstood: [],
    problems: inventory.problems,
  };
}

/** Ansible inventories in INI notation. */
export const ansibleIniImporter: Importer = {
  format: 'ansible-ini',
  title: 'Ansible inventory (INI)',
  detect,
  parse,
};
