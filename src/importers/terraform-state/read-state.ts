import type { YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import { childOf, childrenOf, entriesOf, hasKeys, nodeAt, scalarAt, textAt } from '../json/pick.ts';
import { unfoldAttributes } from './flat-attributes.ts';

/** One managed resource, whichever version of the file it comes from. */
export interface StateResource {
  readonly address: string;
  readonly type: string;
  /** Where its name stands, for evidence. */
  readonly called: YamlScalar;
  readonly attributes: YamlNode;
  readonly isTainted: boolean;
  /** Values that the state marks as sensitive; never read. */
  readonly hidden: ReadonlySet<YamlNode>;
}

/** All managed resources, and how many were left out on purpose. */
export interface StateResources {
  readonly resources: readonly StateResource[];
  readonly data: number;
  readonly deposed: number;
}

function addAllBelow(node: YamlNode | undefined, hidden: Set<YamlNode>): void {
  if (node === undefined || hidden.has(node)) return;
  hidden.add(node);
  for (const child of childrenOf(node)) addAllBelow(child, hidden);
}

/** Version 4 lists paths of steps; each step is an attribute's name or a position. */
function findListed(attributes: YamlNode, paths: YamlNode | undefined): ReadonlySet<YamlNode> {
  const hidden = new Set<YamlNode>();
  for (const path of childrenOf(paths)) {
    let at: YamlNode | undefined = attributes;
    for (const step of path.is === 'list' ? path.items : [path])
      at = childOf(at, textAt(step, 'value.value', 'value') ?? (step.is === 'scalar' ? step.value : ''));
    addAllBelow(at, hidden);
  }
  return hidden;
}

/** `show -json` mirrors the values with `true` where one is sensitive. */
function findMirrored(values: YamlNode, mirror: YamlNode | undefined, hidden: Set<YamlNode>): Set<YamlNode> {
  if (mirror?.is === 'scalar' && mirror.value === 'true') addAllBelow(values, hidden);
  if (mirror?.is === 'list') {
    for (const [index, inner] of mirror.items.entries()) {
      const value = childOf(values, String(index));
      if (value !== undefined) findMirrored(value, inner, hidden);
    }
  }
  for (const { key, value } of entriesOf(mirror)) {
    const inner = childOf(values, key.value);
    if (inner !== undefined) findMirrored(inner, value, hidden);
  }
  return hidden;
}

function toIndex(key: YamlScalar | undefined): string {
  if (key === undefined) return '';
  return /^\d{1,9}$/u.test(key.value) ? `[${key.value}]` : `["${key.value}"]`;
}

/** Reads version 4 of the state. Source: hashicorp/terraform, `internal/states/statefile/version4.go`. */
export function readVersion4(root: YamlNode): StateResources {
  const resources: StateResource[] = [];
  let data = 0;
  let deposed = 0;
  for (const resource of childrenOf(childOf(root, 'resources'))) {
    const type = textAt(resource, 'type');
    const called = scalarAt(resource, 'name');
    if (type === undefined || called === undefined) continue;
    if (textAt(resource, 'mode') === 'data') {
      data += 1;
      continue;
    }
    const module = textAt(resource, 'module');
    for (const instance of childrenOf(childOf(resource, 'instances'))) {
      if (textAt(instance, 'deposed') !== undefined) {
        deposed += 1;
        continue;
      }
      const nested = childOf(instance, 'attributes');
      const flat = childOf(instance, 'attributes_flat');
      const attributes =
        nested?.is === 'map' ? nested : flat === undefined ? undefined : unfoldAttributes(flat);
      if (attributes === undefined) continue;
      const index = toIndex(scalarAt(instance, 'index_key'));
      resources.push({
        address: `${module === undefined ? '' : `${module}.`}${type}.${called.value}${index}`,
        type,
        called,
        attributes,
        isTainted: textAt(instance, 'status') === 'tainted',
        hidden: findListed(attributes, childOf(instance, 'sensitive_attributes')),
      });
    }
  }
  return { resources, data, deposed };
}

/** Reads version 3 of the state: resources by address, attributes in flat keys. */
export function readVersion3(root: YamlNode): StateResources {
  const resources: StateResource[] = [];
  let data = 0;
  let deposed = 0;
  for (const module of childrenOf(childOf(root, 'modules'))) {
    const path = childrenOf(childOf(module, 'path'))
      .flatMap((part) => (part.is === 'scalar' && part.value !== 'root' ? [`module.${part.value}.`] : []))
      .join('');
    for (const { key, value } of entriesOf(childOf(module, 'resources'))) {
      deposed += childrenOf(childOf(value, 'deposed')).length;
      const flat = nodeAt(value, 'primary.attributes');
      const type = textAt(value, 'type');
      if (flat === undefined || type === undefined) continue;
      if (key.value.startsWith('data.')) {
        data += 1;
        continue;
      }
      const name = key.value.slice(key.value.indexOf('.') + 1);
      resources.push({
        address: `${path}${key.value}`,
        type,
        called: { ...key, value: name },
        attributes: unfoldAttributes(flat),
        isTainted: textAt(value, 'primary.tainted') === 'true',
        hidden: new Set(),
      });
    }
  }
  return { resources, data, deposed };
}

/** Reads what `terraform show -json` prints. */
export function readShownState(root: YamlNode): StateResources {
  const resources: StateResource[] = [];
  let data = 0;
  const waiting: YamlNode[] = [nodeAt(root, 'values.root_module') ?? root];
  for (let module = waiting.shift(); module !== undefined; module = waiting.shift()) {
    waiting.push(...childrenOf(childOf(module, 'child_modules')));
    for (const resource of childrenOf(childOf(module, 'resources'))) {
      const type = textAt(resource, 'type');
      const called = scalarAt(resource, 'name', 'address');
      const attributes = childOf(resource, 'values');
      if (type === undefined || called === undefined || !hasKeys(attributes)) continue;
      if (textAt(resource, 'mode') === 'data') {
        data += 1;
        continue;
      }
      resources.push({
        address: textAt(resource, 'address') ?? `${type}.${called.value}`,
        type,
        called,
        attributes,
        isTainted: textAt(resource, 'tainted') === 'true',
        hidden: findMirrored(attributes, childOf(resource, 'sensitive_values'), new Set()),
      });
    }
  }
  return { resources, data, deposed: 0 };
}
