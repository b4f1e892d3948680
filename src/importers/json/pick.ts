import type { YamlMap, YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';

/** The value under a key (or at a position of a list); `undefined` when there is none. */
export function childOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  if (node?.is === 'map') return node.entries.get(key)?.value;
  if (node?.is === 'list' && /^\d{1,6}$/u.test(key)) return node.items[Number(key)];
  return undefined;
}

/** What is inside: the items of a list, the values of a mapping, nothing of a text. */
export function childrenOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node?.is === 'list') return node.items;
  return node?.is === 'map' ? [...node.entries.values()].map((entry) => entry.value) : [];
}

/** All values at a path of keys: `a.0.b`, and `*` for every item or value. */
export function nodesAt(root: YamlNode | undefined, path: string): readonly YamlNode[] {
  let found: readonly YamlNode[] = root === undefined ? [] : [root];
  if (path === '') return found;
  for (const key of path.split('.')) {
    found = found.flatMap((node) => {
      if (key === '*') return childrenOf(node);
      const child = childOf(node, key);
      return child === undefined ? [] : [child];
    });
  }
  return found;
}

/** The first value at a path. */
export function nodeAt(root: YamlNode | undefined, path: string): YamlNode | undefined {
  return nodesAt(root, path)[0];
}

/** Whether a value is a text that says something. */
export function isSaid(node: YamlNode | undefined): node is YamlScalar {
  return node?.is === 'scalar' && !node.isNull && node.tag === '' && node.value.trim() !== '';
}

/** All texts at a path that say something. */
export function scalarsAt(root: YamlNode | undefined, path: string): readonly YamlScalar[] {
  return nodesAt(root, path).filter(isSaid);
}

/** The first text at the first of the paths where there is one. */
export function scalarAt(root: YamlNode | undefined, ...paths: readonly string[]): YamlScalar | undefined {
  for (const path of paths) {
    const [first] = scalarsAt(root, path);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** The words of the text at a path, blanks at the ends cut. */
export function textAt(root: YamlNode | undefined, ...paths: readonly string[]): string | undefined {
  return scalarAt(root, ...paths)?.value.trim();
}

/** Whether a mapping has all of the keys. */
export function hasKeys(node: YamlNode | undefined, ...keys: readonly string[]): node is YamlMap {
  return node?.is === 'map' && keys.every((key) => node.entries.has(key));
}

/** The keys of a mapping with their values, in their order. */
export function entriesOf(
  node: YamlNode | undefined,
): readonly { readonly key: YamlScalar; readonly value: YamlNode }[] {
  return node?.is === 'map' ? [...node.entries.values()] : [];
}
