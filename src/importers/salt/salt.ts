import type { YamlNode } from '../ansible-yaml/yaml-tree.ts';
import type { Detection, Importer, Proposal, SourceText } from '../contract.ts';
import { addressPattern, toAddresses } from '../json/addresses.ts';
import {
  addNote,
  inspectTree,
  makeDraft,
  makeReader,
  refuse,
  toDraftProposal,
  type Draft,
} from '../json/draft.ts';
import { childOf, childrenOf, entriesOf, isSaid, scalarAt } from '../json/pick.ts';
import { readTree } from '../json/read-tree.ts';
import { findTypeByWord } from '../type-words.ts';

const format = 'salt';
const isTemplated = (file: SourceText): number => file.lines.findIndex((line) => /^\s*\{%-?\s/u.test(line));

function rootOf(file: SourceText): YamlNode | undefined {
  const read = readTree(file);
  return read.ok ? read.value.documents[0] : undefined;
}

/** A roster: every key a machine with `host`, and nothing that a roster does not know. */
const rosterKeys =
  /^(?:host|user|passwd|port|sudo|sudo_user|tty|priv|priv_passwd|timeout|minion_opts|thin_dir|cmd_umask|ssh_options|set_path|ssh_pre_flight|ssh_pre_flight_args)$/u;

function isRoster(root: YamlNode | undefined): boolean {
  const entries = entriesOf(root);
  return (
    entries.length > 0 &&
    entries.every(
      ({ value }) =>
        isSaid(childOf(value, 'host')) && entriesOf(value).every(({ key }) => rosterKeys.test(key.value)),
    )
  );
}

/** A top file: environments, in them targets, in them lists of states. */
function isTop(root: YamlNode | undefined): boolean {
  const entries = entriesOf(root);
  return (
    entries.length > 0 &&
    entries.every(
      ({ value }) => value.is === 'map' && entriesOf(value).every((target) => target.value.is === 'list'),
    ) &&
    entries.some(({ key, value }) => key.value === 'base' || childOf(value, '*') !== undefined)
  );
}

function detect(file: SourceText): Detection {
  const no = { score: 0, because: 'no roster and no top file' };
  const isSls = /\.sls$/iu.test(file.name);
  if (isTemplated(file) >= 0) return isSls ? { score: 80, because: 'a template of Salt' } : no;
  if (!/^\S.{0,250}:\s*$/mu.test(file.text)) return no;
  const hasHint = isSls || /^\s{1,8}host:\s/mu.test(file.text) || /^base:/mu.test(file.text);
  const root = hasHint ? rootOf(file) : undefined;
  if (isRoster(root)) return { score: 95, because: 'a roster: names with a host' };
  if (isTop(root)) return { score: 95, because: 'a top file: targets with their states' };
  return isSls ? { score: 80, because: 'the name of a Salt file' } : no;
}

function addRoster(draft: Draft, root: YamlNode): void {
  for (const { key, value } of entriesOf(root)) {
    const reader = makeReader(draft.file);
    const name = reader.take(key, 'name');
    const host = scalarAt(value, 'host');
    if (name === undefined || host === undefined || host.value.includes('{')) continue;
    const isNumber = addressPattern.test(host.value.trim());
    const said = reader.take(host, isNumber ? 'addresses' : 'aliases') ?? '';
    draft.collector.add({
      is: 'node',
      key: `server:${name.toLowerCase()}`,
      kind: 'server',
      name,
      ...(isNumber ? { addresses: toAddresses([said]) } : said === name ? {} : { aliases: [said] }),
      confidence: 'sure',
      reasons: ['a machine of the Salt roster'],
      evidence: reader.evidence,
    });
  }
}

const minionId = /^[a-z0-9](?:[\w.-]{0,251}[a-z0-9])?$/iu;

/** Plain targets are ids of minions; patterns and node groups stand for machines that the file does not name. */
function addTop(draft: Draft, root: YamlNode): void {
  let patterns = 0;
  for (const { value: environment } of entriesOf(root)) {
    for (const { key, value } of entriesOf(environment)) {
      const isMatched = childrenOf(value).some((item) => childOf(item, 'match') !== undefined);
      if (isMatched || !minionId.test(key.value)) {
        patterns += 1;
        continue;
      }
      const reader = makeReader(draft.file);
      const name = reader.take(key, 'name');
      if (name === undefined) continue;
      const states = reader
        .takeAll(childrenOf(value).filter(isSaid), 'tags')
        .filter((state) => !/secret|private/iu.test(state));
      const types = new Set(states.flatMap((state) => findTypeByWord(state.split('.')[0] ?? '') ?? []));
      const [type] = types.size === 1 ? [...types] : [];
      draft.collector.add({
        is: 'node',
        key: `server:${name.toLowerCase()}`,
        kind: 'server',
        name,
        ...(type === undefined ? {} : { type }),
        ...(states.length === 0 ? {} : { tags: [...new Set(states)].map((state) => `state:${state}`) }),
        confidence: 'likely',
        reasons: ['a target of the Salt top file'],
        evidence: reader.evidence,
      });
    }
  }
  if (patterns > 0)
    addNote(
      draft,
      'patterns',
      `${patterns} target(s) are patterns or groups; the machines that they stand for are not in the file.`,
    );
}

function parse(file: SourceText): Proposal {
  const template = isTemplated(file);
  if (template >= 0) {
    const message =
      'It is a Jinja template of Salt, which is never run. Import the grains ("salt \'*\' grains.items --out=json") or the roster.';
    return refuse(file, format, 'jinja-template', message, template + 1);
  }
  const read = readTree(file);
  if (!read.ok) return refuse(file, format, 'not-yaml', read.error.message, read.error.line);
  const [root] = read.value.documents;
  if (root === undefined || (!isRoster(root) && !isTop(root))) {
    const message =
      'It is a state or pillar file of Salt: pillars hold secrets and are never read. Import the grains ("salt \'*\' grains.items --out=json"), the roster or the top file.';
    return refuse(file, format, 'salt-pillar', message);
  }
  const draft = makeDraft(file);
  inspectTree(draft, read.value);
  if (isRoster(root)) addRoster(draft, root);
  else addTop(draft, root);
  return toDraftProposal(draft, format);
}

/** Rosters and top files of Salt. Source: Salt, "Roster" and "The Top File". */
export const saltImporter: Importer = { format, title: 'Salt roster or top file', detect, parse };
