/** An outside id in the form in which it is compared, with the sort of id that it is. */
export interface IdentityKey {
  readonly key: string;
  /**
   * Ids of one sort can contradict each other; `other` is anything that may mean different things in two sources. A `local` id is a
   * number that its own source counts with: it tells things apart there and says nothing anywhere else.
   */
  readonly sort: 'uuid' | 'instance' | 'local' | 'other';
}

const noIdentity =
  /^[0\-: ]*$|^[f\-: ]*$|^(?:not specified|not available|to be filled by o\.e\.m\.|default string|system serial number|none|n\/a|unknown|null)$/u;

/** Numbers that tell things apart only together with where they were given: of an account, a vCenter, a table. */
const localNumber = /^\d{1,12}$|^(?:vm|host|group|domain|datastore|resgroup)-[a-z]?\d{1,9}$/u;

const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/u;

function swapPairs(hex: string): string {
  return (hex.match(/../gu) ?? []).toReversed().join('');
}

/**
 * A UUID in one of its two byte orders. SMBIOS stores the first three groups with the low byte first; some programs print them as
 * stored, others turned, so the lesser of both texts stands for both.
 */
function toUuidKey(hex: string): string {
  const swapped = `${swapPairs(hex.slice(0, 8))}${swapPairs(hex.slice(8, 12))}${swapPairs(hex.slice(12, 16))}${hex.slice(16)}`;
  return swapped < hex ? swapped : hex;
}

/**
 * An outside id in the form in which it is compared; `undefined` for ids that stand for "none". A serial number of VMware ("VMware-42 1a ...") is the UUID in other clothes.
 */
export function findIdentityKey(identity: string): IdentityKey | undefined {
  const normal = identity
    .trim()
    .toLowerCase()
    .replace(/^urn:uuid:|^\{|\}$/gu, '');
  if (normal === '' || noIdentity.test(normal)) return undefined;
  if (localNumber.test(normal) || normal.length < 4) return { key: `local ${normal}`, sort: 'local' };
  const serial = /^vmware-([0-9a-f -]{47,48})$/u.exec(normal)?.[1]?.replaceAll(/[ -]/gu, '');
  const hex = serial ?? (uuid.test(normal) ? normal.replaceAll('-', '') : undefined);
  if (hex?.length === 32) return { key: `uuid ${toUuidKey(hex)}`, sort: 'uuid' };
  const sort = /^i-[0-9a-f]{8,17}$/u.test(normal) ? 'instance' : 'other';
  return { key: normal, sort };
}

/**
 * Whether two sets of outside ids can't be those of one thing: both have a cloud instance id, or both have UUIDs, and share none. A
 * UUID may be that of the board in one source and that of the machine in another, so this makes a match doubtful and not impossible.
 */
export function contradicts(one: readonly IdentityKey[], other: readonly IdentityKey[]): boolean {
  const keys = new Set(other.map((each) => each.key));
  if (one.some((each) => keys.has(each.key))) return false;
  return (['uuid', 'instance'] as const).some(
    (sort) => one.some((each) => each.sort === sort) && other.some((each) => each.sort === sort),
  );
}
