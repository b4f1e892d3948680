import type { NodeKind } from '#core/model/node.ts';

/** A name that is in the form already: most names of machines are. */
const plainName = /^[!-@[-~]+$/u;

/** The form in which names are compared: no case, single blanks. */
export function normaliseName(name: string): string {
  if (plainName.test(name)) return name;
  return name.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ');
}

const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?$/u;

/** Full host names among the names of a machine: at least one dot, no blanks, no address. */
export function toHostNames(names: readonly string[]): readonly string[] {
  return names
    .map((name) => normaliseName(name).replace(/\.$/u, ''))
    .filter((name) => /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,10}$/u.test(name) && !ipv4.test(name));
}

/** The first label of a host name; `undefined` for names that are none. */
export function findShortName(name: string): string | undefined {
  const normal = normaliseName(name);
  if (ipv4.test(normal) || !/^[a-z0-9_.-]{1,253}$/u.test(normal)) return undefined;
  return normal.split('.')[0];
}

/** Addresses that many machines have, and so tell none apart. */
const sharedAddress = /^(?:127\.|0\.|169\.254\.|172\.17\.|::1$|::$|fe80:|255\.)/iu;

/** An address in the form in which it is compared; `undefined` for loopback, link-local and default container networks. */
export function findAddressKey(address: string): string | undefined {
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/\/\d{1,3}$/u, '');
  const isAddress =
    ipv4.test(bare) || /^[0-9a-f:]{3,39}$/u.test(bare) || /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/u.test(bare);
  return isAddress && bare.includes('.') !== bare.includes(':') && !sharedAddress.test(bare)
    ? bare
    : undefined;
}

/**
 * A machine's name without what people write differently: the domain, signs between words, zeros before numbers. Two names of one loose form may mean one machine; whether they do is for a person to say.
 */
export function findLooseName(name: string): string | undefined {
  const short = findShortName(name);
  const loose = short
    ?.replace(/(?:^|(?<=[a-z_.-]))0+(?=\d)/gu, '')
    .replaceAll(/(?<!\d)[_.-]|[_.-](?!\d)/gu, '');
  return loose === undefined || loose.length < 3 ? undefined : loose;
}

/** Hosts and servers are both machines: what one source calls a server another may call a host. */
export function toKindGroup(kind: NodeKind): 'provider' | 'site' | 'machine' | 'service' {
  return kind === 'host' || kind === 'server' ? 'machine' : kind;
}
