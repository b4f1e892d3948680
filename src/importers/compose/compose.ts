import type { DependencyType } from '#core/model/dependency.ts';
import type { YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import type { Confidence, Detection, Importer, Proposal, SourceText } from '../contract.ts';
import {
  addNote,
  addQuestion,
  inspectTree,
  makeDraft,
  makeReader,
  refuse,
  toDraftProposal,
  type Draft,
} from '../json/draft.ts';
import { childOf, childrenOf, entriesOf, isSaid, scalarAt, scalarsAt, textAt } from '../json/pick.ts';
import { quoteOf } from '../json/quote.ts';
import { readTree } from '../json/read-tree.ts';
import { findSiblings } from './find-siblings.ts';
import { findServiceType, toImageName } from './image-types.ts';

const format = 'compose';

function isService(node: YamlNode): boolean {
  return ['image', 'build', 'extends', 'container_name'].some((key) => childOf(node, key) !== undefined);
}

function findServices(file: SourceText): YamlNode | undefined {
  const read = readTree(file);
  if (!read.ok) return undefined;
  return read.value.documents.map((root) => childOf(root, 'services')).find((node) => node?.is === 'map');
}

function detect(file: SourceText): Detection {
  const no = { score: 0, because: 'no services with images' };
  if (!/^services:/mu.test(file.text) && !/"services"\s*:/u.test(file.text)) return no;
  const services = findServices(file);
  const found = entriesOf(services).filter(({ value }) => isService(value)).length;
  return found === 0 ? no : { score: 96, because: `${found} service(s) with an image or a build` };
}

/** Words of files that only change another compose file for one purpose. */
const layers = /^(?:override|prod|production|live|dev|development|local|test|staging|stage|ci|debug)$/iu;

/** Whether another file of the import describes the same stack and comes first. */
function isLayer(file: SourceText, others: readonly SourceText[]): boolean {
  const folder = file.name.slice(0, file.name.lastIndexOf('/') + 1);
  return others.some(
    (other) =>
      other.name.slice(0, other.name.lastIndexOf('/') + 1) === folder &&
      other.name.length < file.name.length &&
      toServerName(other.name) === toServerName(file.name) &&
      detect(other).score > 0,
  );
}

/** What to call the machine that nobody named: the folder of the file, else the file. */
function toServerName(file: string): string {
  const parts = file.split('/').filter((part) => part !== '' && part !== '.');
  const folder = parts.at(-2);
  if (folder !== undefined) return folder;
  const stem = (parts.at(-1) ?? file).replace(/\.ya?ml$/iu, '').replace(/[._-]*(?:docker-)?compose$/iu, '');
  // `docker-compose.override.yml` and its like belong to the stack of the file beside it.
  const own = stem.replace(/^(?:docker-)?compose[._-]/iu, '');
  return own === '' || layers.test(own) ? 'compose host' : own;
}

const memoryUnits: Readonly<Record<string, number>> = { b: 1 / 1024 ** 2, k: 1 / 1024, m: 1, g: 1024 };

function toMiB(text: string): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)\s?(b|k|m|g)?b?$/iu.exec(text.trim());
  const unit = memoryUnits[(match?.[2] ?? 'b').toLowerCase()];
  const size = match === null || unit === undefined ? 0 : Math.round(Number(match[1]) * unit);
  return size > 0 ? size : undefined;
}

/** A published port, `null` where it is written with a variable. */
function toPorts(service: YamlNode): readonly YamlScalar[] {
  return childrenOf(childOf(service, 'ports')).flatMap((port) => {
    const scalar = port.is === 'scalar' ? port : scalarAt(port, 'published', 'target');
    return scalar !== undefined && isSaid(scalar) ? [scalar] : [];
  });
}

interface Stack {
  readonly draft: Draft;
  readonly server: string;
  readonly names: ReadonlySet<string>;
}

function keyOf(stack: Stack, name: string): string {
  return `service:${stack.server.slice(stack.server.indexOf(':') + 1)}/${name.toLowerCase()}`;
}

function addService({ draft, server, ...stack }: Stack, called: YamlScalar, service: YamlNode): void {
  const reader = makeReader(draft.file);
  const name = reader.take(called, 'name');
  if (name === undefined) return;
  const image = textAt(service, 'image') ?? '';
  const type = findServiceType(image, name);
  const alias = reader.take(scalarAt(service, 'container_name'), 'aliases');
  const host = textAt(service, 'hostname');
  const domain =
    host !== undefined && host.includes('.') && !host.includes('$')
      ? reader.take(scalarAt(service, 'hostname'), 'domains')
      : undefined;
  const count = Number(textAt(service, 'deploy.replicas') ?? '1');
  const cpus = scalarAt(
    service,
    'deploy.resources.limits.cpus',
    'cpus',
    'deploy.resources.reservations.cpus',
  );
  const memory = scalarAt(
    service,
    'deploy.resources.limits.memory',
    'mem_limit',
    'deploy.resources.reservations.memory',
  );
  const memoryMiB = toMiB(memory?.value ?? '');
  const vcpu = Number(cpus?.value ?? Number.NaN);
  if (memoryMiB !== undefined) reader.take(memory, 'capacity.memoryMiB');
  if (vcpu > 0) reader.take(cpus, 'capacity.vcpu');
  const capacity = { ...(vcpu > 0 ? { vcpu } : {}), ...(memoryMiB === undefined ? {} : { memoryMiB }) };
  if (type !== undefined && image !== '') reader.take(scalarAt(service, 'image'), 'type');
  const ports = reader.takeAll(toPorts(service), 'notes');
  const profiles = reader.takeAll(scalarsAt(service, 'profiles.*'), 'tags');
  const notes = [
    ...(image === '' || image.includes('$') ? [] : [`Image: ${toImageName(image)}`]),
    ...(ports.length === 0 ? [] : [`Ports: ${ports.join(', ')}`]),
  ];
  draft.collector.add({
    is: 'node',
    key: keyOf({ draft, server, ...stack }, name),
    kind: 'service',
    name,
    ...(type === undefined ? {} : { type }),
    parent: server,
    ...(alias === undefined || alias === name ? {} : { aliases: [alias] }),
    ...(domain === undefined ? {} : { domains: [domain] }),
    ...(Number.isInteger(count) && count > 1 ? { count } : {}),
    ...(Object.keys(capacity).length === 0 ? {} : { capacity }),
    ...(profiles.length === 0 ? {} : { tags: profiles.map((profile) => `profile:${profile}`) }),
    ...(notes.length === 0 ? {} : { notes: notes.join('\n') }),
    confidence: 'sure',
    reasons: ['a service of the compose file'],
    evidence: reader.evidence,
  });
}

function addEdge(
  stack: Stack,
  from: string,
  to: string,
  scalar: YamlScalar,
  type: DependencyType,
  confidence: Confidence,
  reason: string,
): void {
  if (from === to || !stack.names.has(to)) return;
  const [one, other] = [keyOf(stack, from), keyOf(stack, to)];
  const key = `dependency:${type}/${one}>${other}`;
  const already =
    stack.draft.collector.get(key) ?? stack.draft.collector.get(`dependency:connects/${one}>${other}`);
  if (already !== undefined && confidence !== 'sure') return;
  const quote = quoteOf(stack.draft.file, scalar, 'to');
  const words = stack.draft.file.lines[quote.line - 1] ?? '';
  stack.draft.collector.add({
    is: 'dependency',
    key,
    from: one,
    to: other,
    type,
    confidence,
    reasons: [reason],
    evidence: [{ ...quote, quote: words.includes(to) ? to : quote.quote }],
  });
}

function addEdges(stack: Stack, name: string, service: YamlNode): void {
  const depends = childOf(service, 'depends_on');
  for (const { key } of entriesOf(depends))
    addEdge(stack, name, key.value, key, 'connects', 'sure', 'depends_on');
  for (const path of depends?.is === 'list' ? ['depends_on.*', 'links.*'] : ['links.*'])
    for (const item of scalarsAt(service, path))
      addEdge(
        stack,
        name,
        item.value.split(':')[0] ?? '',
        item,
        'connects',
        'sure',
        path.split('.')[0] ?? '',
      );
  const mode = scalarAt(service, 'network_mode');
  if (mode !== undefined && mode.value.startsWith('service:'))
    addEdge(
      stack,
      name,
      mode.value.slice('service:'.length),
      mode,
      'uses',
      'sure',
      'it shares the network of the other',
    );
  for (const from of scalarsAt(service, 'volumes_from.*'))
    addEdge(
      stack,
      name,
      from.value.split(':')[0] ?? '',
      from,
      'uses',
      'sure',
      'it uses the volumes of the other',
    );
  for (const { name: to, scalar } of findSiblings(service, stack.names))
    addEdge(stack, name, to, scalar, 'connects', 'likely', 'a setting of its environment names the other');
  for (const link of scalarsAt(service, 'external_links.*')) {
    const text = `${name} links to a container outside of the file: which service is that, and where does it run?`;
    addQuestion(
      stack.draft,
      `external/${name}/${link.value}`,
      text,
      [keyOf(stack, name)],
      [quoteOf(stack.draft.file, link, 'text')],
    );
  }
}

function parse(file: SourceText, others: readonly SourceText[]): Proposal {
  const read = readTree(file);
  if (!read.ok) return refuse(file, format, 'not-yaml', read.error.message, read.error.line);
  const root = read.value.documents.find((each) => childOf(each, 'services') !== undefined);
  const services = childOf(root, 'services');
  if (root?.is !== 'map' || services?.is !== 'map')
    return refuse(file, format, 'no-services', 'It is YAML, but there is no mapping "services".');
  const draft = makeDraft(file);
  inspectTree(draft, read.value);
  const title = toServerName(file.name);
  const server = `server:${title.toLowerCase()}`;
  const head = root.entries.get('services')?.key;
  const evidence = head === undefined ? [] : [quoteOf(file, head, 'name')];
  draft.collector.add({
    is: 'node',
    key: server,
    kind: 'server',
    type: 'unknown',
    name: title,
    confidence: 'likely',
    reasons: ['a stack runs on a machine; it is called like its folder until you say which'],
    evidence,
  });
  const names = new Set(services.entries.keys());
  const stack = { draft, server, names };
  for (const { key, value } of services.entries.values()) addService(stack, key, value);
  for (const { key, value } of services.entries.values()) addEdges(stack, key.value, value);
  if (!isLayer(file, others))
    addQuestion(
      draft,
      `server/${title}`,
      `On which server does the stack "${title}" run?`,
      [server],
      evidence,
    );
  const outside = childrenOf(childOf(root, 'include')).length;
  if (outside > 0)
    addNote(draft, 'include', `${outside} included file(s) were not opened: import them together with it.`);
  return toDraftProposal(draft, format);
}

/** docker compose files. Source: Compose Specification. */
export const composeImporter: Importer = { format, title: 'docker compose', detect, parse };
