import type { YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import { findEnvironment } from '../type-words.ts';
import type { Reader } from './draft.ts';
import { findSecretKind } from './find-secrets.ts';
import { entriesOf, isSaid, scalarAt } from './pick.ts';
import { withoutSecrets } from './quote.ts';

/** Who owns a machine, as a tag says it. */
export interface TagOwner {
  readonly name: string;
  readonly value: YamlScalar;
  readonly isContact: boolean;
}

/** What the tags or labels of a machine say. */
export interface TagWords {
  readonly tags: readonly string[];
  readonly environment: string | undefined;
  readonly owners: readonly TagOwner[];
}

interface Tag {
  readonly key: string;
  readonly value: YamlScalar | null;
  readonly said: YamlScalar;
}

function toTags(node: YamlNode): readonly Tag[] {
  if (node.is === 'list') {
    return node.items.flatMap((item) => {
      if (isSaid(item)) return [{ key: item.value.trim(), value: null, said: item }];
      const key = scalarAt(item, 'Key', 'key');
      if (key === undefined) return [];
      const value = scalarAt(item, 'Value', 'value') ?? null;
      return [{ key: key.value.trim(), value, said: value ?? key }];
    });
  }
  return entriesOf(node).flatMap(({ key, value }) => {
    if (value.is !== 'scalar' || value.tag !== '') return [];
    const said = isSaid(value) ? value : null;
    return [{ key: key.value.trim(), value: said, said: said ?? key }];
  });
}

const environmentKeys = /^(?:env|environment|stage|landscape)$/iu;
/** A tag of a cloud that knows only words: `env:prod`. */
const environmentWord = /^(?:env|environment|stage|landscape)[:=_-](\S{1,40})$/iu;
const ownerKeys = /^(?:owner|team|owned[ _-]?by|service[ _-]?owner|department)$/iu;
const contactKeys = /^(?:contact|managed[ _-]?by|maintainer|support|on[ _-]?call)$/iu;
/** Tools put these on machines; they say nothing of them, and `Name` is the name. */
const noTags = /^(?:name|%|#|goog-|aws:|kubernetes\.io\/cluster)/iu;

/** Reads tags (words, `key:value` maps or AWS's lists of keys and values); a tag whose key announces a secret is left out whole. */
export function readTags(
  reader: Reader,
  nodes: readonly YamlNode[],
  isHidden: (node: YamlNode) => boolean = () => false,
): TagWords {
  const tags: string[] = [];
  const owners: TagOwner[] = [];
  let environment: string | undefined;
  for (const { key, value, said } of nodes.flatMap(toTags)) {
    if (isHidden(said)) continue;
    if (key === '' || findSecretKind(key) !== undefined || (value !== null && noTags.test(key))) continue;
    const text = value === null ? '' : withoutSecrets(value.value.trim());
    if (value !== null && ownerKeys.test(key)) owners.push({ name: text, value, isContact: false });
    else if (value !== null && contactKeys.test(key) && !/^terraform|^ansible/iu.test(text))
      owners.push({ name: text, value, isContact: true });
    const isNamed = value !== null && environmentKeys.test(key);
    const found = isNamed
      ? (findEnvironment(text) ?? text)
      : value === null
        ? (findEnvironment(key) ?? findEnvironment(environmentWord.exec(key)?.[1] ?? ''))
        : undefined;
    if (found !== undefined && environment === undefined) {
      environment = found;
      reader.take(said, 'environment');
    }
    reader.take(said, 'tags');
    tags.push(text === '' ? withoutSecrets(key) : `${withoutSecrets(key)}:${text}`);
  }
  return { tags: [...new Set(tags)], environment, owners };
}
