import type { ProposedNode } from '../contract.ts';
import { addBehind, addMachine, type PlacedMachine } from '../json/add-machine.ts';
import { addNote, addProvider, addQuestion, type Draft } from '../json/draft.ts';
import { scalarAt, scalarsAt } from '../json/pick.ts';
import { quoteOf, withoutSecrets } from '../json/quote.ts';
import type { StateResource, StateResources } from './read-state.ts';
import type { ResourceSpec } from './resource-spec.ts';
import { findResourceSpec } from './resource-specs.ts';

const recordTypes =
  /^(?:aws_route53_record|cloudflare_record|cloudflare_dns_record|\w{1,40}_dns_record(?:_set)?|digitalocean_record|linode_domain_record)$/u;

/** The full name of a DNS record: providers give it whole, or beside its zone. */
function toRecordName(resource: StateResource): string | undefined {
  const { attributes } = resource;
  const whole = scalarAt(attributes, 'fqdn', 'hostname')?.value;
  const name = whole ?? scalarAt(attributes, 'name')?.value;
  if (name === undefined) return undefined;
  const zone = scalarAt(attributes, 'zone_name', 'domain', 'dns_zone')?.value.replace(/\.$/u, '');
  const bare = name.replace(/\.$/u, '');
  if (zone === undefined || !zone.includes('.') || bare.endsWith(zone)) return bare;
  return bare === '@' ? zone : `${bare}.${zone}`;
}

interface Names {
  readonly byAddress: ReadonlyMap<string, ProposedNode>;
  readonly byName: ReadonlyMap<string, ProposedNode>;
}

function toNames(draft: Draft): Names {
  const nodes = draft.collector.toItems().flatMap((item) => (item.is === 'node' ? [item] : []));
  return {
    byAddress: new Map(nodes.flatMap((node) => (node.addresses ?? []).map((each) => [each, node] as const))),
    byName: new Map(
      nodes.flatMap((node) =>
        [node.name, ...(node.aliases ?? []), ...(node.domains ?? [])].map(
          (each) => [each.toLowerCase(), node] as const,
        ),
      ),
    ),
  };
}

/** A and AAAA records give a machine its domain, a CNAME another name. */
function addRecords(draft: Draft, records: readonly StateResource[]): void {
  if (records.length === 0) return;
  const names = toNames(draft);
  for (const record of records) {
    const name = toRecordName(record);
    const kind = scalarAt(record.attributes, 'type', 'record_type')?.value.toUpperCase();
    if (name === undefined || name === '' || !/^(?:A|AAAA|CNAME)$/u.test(kind ?? '')) continue;
    const values = ['value', 'content', 'target', 'records.*', 'rrdatas.*'].flatMap((path) =>
      scalarsAt(record.attributes, path).filter((scalar) => !record.hidden.has(scalar)),
    );
    for (const value of values) {
      const words = value.value.trim().replace(/\.$/u, '').toLowerCase();
      const node = kind === 'CNAME' ? names.byName.get(words) : names.byAddress.get(words);
      if (node === undefined) continue;
      const field = kind === 'CNAME' ? 'aliases' : 'domains';
      draft.collector.add({
        is: 'node',
        key: node.key,
        kind: node.kind,
        name: node.name,
        [field]: [withoutSecrets(name)],
        confidence: 'sure',
        reasons: ['a DNS record of the state points at it'],
        evidence: [quoteOf(draft.file, value, field)],
      });
    }
  }
}

function addResource(draft: Draft, resource: StateResource, spec: ResourceSpec): string | undefined {
  const provider =
    spec.provider === null
      ? null
      : addProvider(draft, spec.provider, `resources of ${spec.provider}`, [
          quoteOf(draft.file, resource.called, 'name'),
        ]);
  const added = addMachine(draft, spec, resource.attributes, {
    provider,
    reason: 'a managed resource of the Terraform state',
    confidence: 'sure',
    fallback: resource.called,
    notes: `Terraform: ${resource.address}`,
    isHidden: (node) => resource.hidden.has(node),
  });
  if (typeof added === 'string') return undefined;
  if (resource.isTainted) {
    const text = `Terraform marks ${resource.address} as tainted: is it still in use, or will it be made anew?`;
    addQuestion(
      draft,
      `tainted/${resource.address}`,
      text,
      [added.key],
      [quoteOf(draft.file, resource.called, 'name')],
    );
  }
  return added.key;
}

/** Turns the resources of a state into proposed things; what is no machine and no service is counted by type. */
export function addResources(draft: Draft, { resources, data, deposed }: StateResources): void {
  const others = new Map<string, number>();
  const placed: PlacedMachine[] = [];
  const records = resources.filter((resource) => recordTypes.test(resource.type));
  for (const resource of resources) {
    if (resource.hidden.size > 0) draft.secrets.push({ line: resource.called.line, kind: 'sensitive' });
    const spec = findResourceSpec(resource.type);
    if (spec === undefined) {
      if (!recordTypes.test(resource.type)) others.set(resource.type, (others.get(resource.type) ?? 0) + 1);
      continue;
    }
    const key = addResource(draft, resource, spec);
    if (key === undefined) others.set(resource.type, (others.get(resource.type) ?? 0) + 1);
    else placed.push({ spec, root: resource.attributes, key });
  }
  addBehind(draft, placed);
  addRecords(draft, records);
  if (data + deposed > 0)
    addNote(draft, 'left-out', `${data} data source(s) and ${deposed} deposed object(s) were left out.`);
  if (others.size > 0) {
    const list = [...others].map(([type, count]) => `${type} (${count})`).sort();
    addNote(
      draft,
      'no-machines',
      `Neither machines nor services, not read: ${list.slice(0, 20).join(', ')}.`,
    );
  }
}
