import type { YamlMap, YamlNode } from '../ansible-yaml/yaml-tree.ts';
import { childOf, childrenOf, scalarAt } from '../json/pick.ts';

/** An AWS machine with its `Name` tag as a key of its own, `InstanceName`; others come back as they are. */
export function withInstanceName(node: YamlNode): YamlNode {
  if (node.is !== 'map' || !node.entries.has('InstanceId')) return node;
  const tag = childrenOf(childOf(node, 'Tags')).find((each) => scalarAt(each, 'Key')?.value === 'Name');
  const name = scalarAt(tag, 'Value');
  if (name === undefined) return node;
  const named: YamlMap = {
    is: 'map',
    line: node.line,
    entries: new Map([...node.entries, ['InstanceName', { key: name, value: name }]]),
  };
  return named;
}
