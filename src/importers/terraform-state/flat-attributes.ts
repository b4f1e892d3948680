import type { YamlMap, YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import { entriesOf } from '../json/pick.ts';

interface Branch {
  readonly inner: Map<string, Branch>;
  key: YamlScalar;
  leaf: YamlNode | null;
}

function toTree(branch: Branch): YamlNode {
  if (branch.inner.size === 0) return branch.leaf ?? { is: 'map', entries: new Map(), line: branch.key.line };
  return {
    is: 'map',
    line: branch.key.line,
    entries: new Map([...branch.inner].map(([name, each]) => [name, { key: each.key, value: toTree(each) }])),
  };
}

/** Levels of a flat key; deeper ones are no attribute that is read. */
const deepest = 12;

/** Unfolds flat keys (`tags.Name`, `disk.0.size`; counts `tags.%`, `disk.#` are dropped) into the tree that newer states hold. */
export function unfoldAttributes(flat: YamlNode): YamlMap {
  const top = new Map<string, Branch>();
  for (const { key, value } of entriesOf(flat)) {
    const parts = key.value.split('.');
    const last = parts.at(-1);
    if (last === '#' || last === '%' || parts.length > deepest) continue;
    let level = top;
    let branch: Branch | undefined;
    for (const part of parts) {
      branch = level.get(part);
      if (branch === undefined) {
        branch = { inner: new Map(), key: { ...key, value: part }, leaf: null };
        level.set(part, branch);
      }
      level = branch.inner;
    }
    if (branch !== undefined) branch.leaf = value;
  }
  const line = flat.line;
  return {
    is: 'map',
    line,
    entries: new Map([...top].map(([name, each]) => [name, { key: each.key, value: toTree(each) }])),
  };
}
