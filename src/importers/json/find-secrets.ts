import type { SecretMark } from '#core/model/source.ts';
import type { YamlNode } from '../ansible-yaml/yaml-tree.ts';
import { isMention } from '../secret-words.ts';

const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['user-data', /^(?:user[_-]?data(?:_base64)?|userdata|custom_?data|startup-script|stackscript_data)$/iu],
  [
    'private-key',
    /private[_-]?key(?:_pem|_openssh)?$|^(?:admin_)?ssh[_-]?key$|^authorized_keys$|kube_?config/iu,
  ],
  ['community', /(?:^|[_-])community(?:[_-]string)?$/iu],
  ['password', /(?:pass(?:word|wd|phrase|wort)?|root_pass|_pw)$|_password_/iu],
  [
    'token',
    /(?:^|[_-])(?:secret|token|credentials?)$|[_-](?:secret|token)[_-]|client_?secret|secret_?key|(?:api|access|account|shared|master|primary|secondary)_?key$|connection_string/iu,
  ],
];

/** Which sort of secret a name announces; `undefined` when it announces none. */
export function findSecretKind(name: string): string | undefined {
  return kinds.find(([, pattern]) => pattern.test(name.slice(0, 200)))?.[0];
}

/** Where secrets stand in a tree, by the names of their keys. Values are not looked at further than whether there is one. */
export function findTreeSecrets(roots: readonly YamlNode[]): readonly SecretMark[] {
  const marks: SecretMark[] = [];
  const seen = new Set<YamlNode>();
  const waiting: YamlNode[] = [...roots];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.is === 'scalar' || seen.has(node)) continue;
    seen.add(node);
    if (node.is === 'list') {
      waiting.push(...node.items);
      continue;
    }
    for (const { key, value } of node.entries.values()) {
      if (value.is !== 'scalar') {
        waiting.push(value);
        continue;
      }
      if (value.tag === '!vault') marks.push({ line: key.line, kind: 'vault' });
      const kind = value.isNull || value.value.trim() === '' ? undefined : findSecretKind(key.value);
      if (kind !== undefined && !isMention(value.value, '')) marks.push({ line: key.line, kind });
    }
  }
  return marks;
}
