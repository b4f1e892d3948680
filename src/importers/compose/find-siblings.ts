import type { YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import { childOf, entriesOf, isSaid } from '../json/pick.ts';

/** Another service that a value of the environment names; the value itself is not kept. */
export interface Sibling {
  readonly name: string;
  readonly scalar: YamlScalar;
}

/** Names of variables whose value is a host, and values that are URLs. */
const hostVariable =
  /(?:^|_)(?:HOST|HOSTS|HOSTNAME|SERVER|SERVERS|ADDR|ADDRESS|ENDPOINT|URL|URI|DSN|BROKER)(?:_|$)/iu;

function toHost(value: string): readonly string[] {
  const plain = value.replace(/\$\{\w{1,100}:?-([^}]{0,500})\}/gu, '$1').trim();
  const url = /^[a-z][a-z0-9+.-]{0,30}:\/\/(?:[^\s/@]{0,300}@)?([\w.-]{1,253})/iu.exec(plain);
  if (url !== null) return [url[1] ?? ''];
  return plain.split(',').map((part) => part.trim().replace(/:\d{1,5}$/u, ''));
}

/** Finds siblings in `environment` (a mapping, or a list of `NAME=value`). */
export function findSiblings(service: YamlNode, names: ReadonlySet<string>): readonly Sibling[] {
  const environment = childOf(service, 'environment');
  const pairs: (readonly [name: string, value: string, scalar: YamlScalar])[] = [];
  for (const { key, value } of entriesOf(environment))
    if (isSaid(value)) pairs.push([key.value, value.value, value]);
  for (const item of environment?.is === 'list' ? environment.items : []) {
    if (!isSaid(item)) continue;
    const at = item.value.indexOf('=');
    if (at > 0) pairs.push([item.value.slice(0, at), item.value.slice(at + 1), item]);
  }
  return pairs.flatMap(([variable, value, scalar]) =>
    hostVariable.test(variable.slice(0, 200))
      ? toHost(value.slice(0, 2000)).flatMap((name) => (names.has(name) ? [{ name, scalar }] : []))
      : [],
  );
}
