import type { Detection, Importer, Proposal, SourceText } from '../contract.ts';
import { findEnvironment } from '../type-words.ts';
import { addressPattern, toAddresses } from '../json/addresses.ts';
import {
  addDuty,
  addNote,
  addSite,
  inspectTree,
  makeDraft,
  makeReader,
  refuse,
  toDraftProposal,
  type Draft,
} from '../json/draft.ts';
import { childOf, entriesOf, nodesAt, scalarAt } from '../json/pick.ts';
import { quoteOf, withoutSecrets } from '../json/quote.ts';
import { readTree } from '../json/read-tree.ts';
import { exporterPorts } from './exporter-ports.ts';
import { readTargets, toHostPort, type Target } from './read-targets.ts';

const format = 'prometheus';
const monitor = 'service:prometheus';

function isTemplate(file: SourceText): number {
  return file.lines.findIndex((line) => /^\s*\{%-?\s/u.test(line));
}

function detect(file: SourceText): Detection {
  if (/^(?:prometheus_)?scrape_configs:/mu.test(file.text)) return { score: 96, because: 'scrape_configs' };
  const isList =
    /^[ \t]{0,40}-[ \t]{1,8}"?targets"?:/mu.test(file.text) || /^\s{0,200}\[\s{0,200}\{/u.test(file.text);
  if (!isList || !/targets/u.test(file.text)) return { score: 0, because: 'no targets' };
  const read = readTree(file);
  const [root] = read.ok ? read.value.documents : [];
  const groups =
    root?.is === 'list' ? root.items.filter((item) => childOf(item, 'targets')?.is === 'list') : [];
  if (root?.is !== 'list' || groups.length === 0 || groups.length < root.items.length)
    return { score: 0, because: 'no targets' };
  return { score: 95, because: 'a list of targets with labels (file_sd)' };
}

const notRead = /_sd_configs$/u;

function addMonitor(draft: Draft, target: Target): void {
  if (draft.collector.getNode(monitor) !== undefined) return;
  draft.collector.add({
    is: 'node',
    key: monitor,
    kind: 'service',
    type: 'monitoring',
    name: 'Prometheus',
    confidence: 'sure',
    reasons: ['its own configuration'],
    evidence: [quoteOf(draft.file, target.job ?? target.scalar, 'name')],
  });
}

function addTarget(draft: Draft, target: Target): void {
  const { host, port, scalar, labels, job } = target;
  const reader = makeReader(draft.file);
  const key = `server:${host.toLowerCase()}`;
  const said = quoteOf(draft.file, scalar, 'name');
  const named = { ...said, quote: said.quote.includes(host) ? host : said.quote };
  const label = (...names: readonly string[]) => scalarAt(labels, ...names);
  const environment = reader.take(label('env', 'environment', 'stage'), 'environment');
  const place = label('dc', 'datacenter', 'region', 'site', 'zone');
  const parent =
    place === undefined
      ? undefined
      : addSite(draft, withoutSecrets(place.value.trim()), null, place, 'a label of the target');
  if (parent !== undefined) reader.take(place, 'parent');
  const jobName = reader.take(job, 'tags');
  draft.collector.add({
    is: 'node',
    key,
    kind: 'server',
    name: host,
    confidence: 'likely',
    reasons: ['a target of the monitoring'],
    ...(addressPattern.test(host) ? { addresses: toAddresses([host]) } : {}),
    ...(environment === undefined ? {} : { environment: findEnvironment(environment) ?? environment }),
    ...(parent === undefined ? {} : { parent }),
    ...(jobName === undefined ? {} : { tags: [`job:${jobName}`] }),
    evidence: [named, ...reader.evidence],
  });
  const known = port === null ? undefined : exporterPorts.get(port);
  let subject = key;
  if (known !== undefined && known !== null) {
    subject = `service:${host.toLowerCase()}/${known.name.toLowerCase()}`;
    draft.collector.add({
      is: 'node',
      key: subject,
      kind: 'service',
      type: known.type,
      name: known.name,
      parent: key,
      confidence: 'likely',
      reasons: [`its exporter answers on port ${port}`],
      evidence: [{ ...named, quote: said.quote }],
    });
  }
  addMonitor(draft, target);
  draft.collector.add({
    is: 'dependency',
    key: `dependency:monitors/${monitor}>${subject}/${port ?? ''}`,
    from: monitor,
    to: subject,
    type: 'monitors',
    ...(port === null || port > 65535 ? {} : { port }),
    ...(target.encrypted === null
      ? {}
      : { encrypted: target.encrypted, protocol: target.encrypted ? 'https' : 'http' }),
    confidence: 'sure',
    reasons: ['a target of the monitoring'],
    evidence: [{ ...named, field: 'to' }],
  });
  const owner = label('team', 'owner');
  if (owner !== undefined)
    addDuty(draft, {
      party: withoutSecrets(owner.value.trim()),
      subject: key,
      area: 'operation',
      role: 'accountable',
      reason: 'a label of the target',
      confidence: 'uncertain',
      evidence: [quoteOf(draft.file, owner, 'party')],
    });
}

/** Alertmanagers are told of what goes wrong; other finders of targets are named, not asked. */
function addNeighbours(draft: Draft, root: Parameters<typeof nodesAt>[0]): void {
  const managers = nodesAt(root, 'alerting.alertmanagers.*.static_configs.*.targets.*');
  for (const scalar of managers) {
    const place = scalar.is === 'scalar' ? toHostPort(scalar.value) : undefined;
    if (place === undefined || scalar.is !== 'scalar' || draft.collector.getNode(monitor) === undefined)
      continue;
    const to = `service:alertmanager/${place.host.toLowerCase()}`;
    const evidence = [quoteOf(draft.file, scalar, 'name')];
    draft.collector.add({
      is: 'node',
      key: to,
      kind: 'service',
      type: 'monitoring',
      name: 'Alertmanager',
      confidence: 'likely',
      reasons: ['it is told of alerts'],
      aliases: [place.host],
      evidence,
    });
    draft.collector.add({
      is: 'dependency',
      key: `dependency:notifies/${monitor}>${to}`,
      from: monitor,
      to,
      type: 'notifies',
      confidence: 'sure',
      reasons: ['an alertmanager of the configuration'],
      evidence: [quoteOf(draft.file, scalar, 'to')],
    });
  }
  const found = new Set(
    nodesAt(root, 'scrape_configs.*').flatMap((job) =>
      entriesOf(job).flatMap(({ key }) => (notRead.test(key.value) ? [key.value] : [])),
    ),
  );
  if (found.size > 0)
    addNote(
      draft,
      'other-targets',
      `Targets that are found while it runs were not read: ${[...found].sort().join(', ')}. Files of file_sd can be imported beside it.`,
    );
}

function parse(file: SourceText): Proposal {
  const template = isTemplate(file);
  if (template >= 0) {
    const message =
      'It is a Jinja template, not the configuration itself. Import the file that it renders on the monitoring server.';
    return refuse(file, format, 'jinja-template', message, template + 1);
  }
  const read = readTree(file);
  if (!read.ok) return refuse(file, format, 'not-yaml', read.error.message, read.error.line);
  const draft = makeDraft(file);
  inspectTree(draft, read.value);
  for (const root of read.value.documents) {
    for (const target of readTargets(root)) addTarget(draft, target);
    addNeighbours(draft, root);
  }
  if (draft.collector.toItems().length === 0)
    addNote(draft, 'no-targets', 'It names no targets but the machine itself.');
  return toDraftProposal(draft, format);
}

/** Prometheus configurations and lists of targets. Source: Prometheus "Configuration". */
export const prometheusImporter: Importer = { format, title: 'Prometheus targets', detect, parse };
