import { hasFields } from '#core/base/has-fields.ts';

/** A package of others that is part of the program. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

const fields = ['name', 'version', 'licence', 'text'] as const;

/** The list that the build puts beside the page, or null when it can't be read. */
export async function readLicences(): Promise<readonly ShippedPackage[] | null> {
  try {
    const list: unknown = await (await fetch('./licences.json')).json();
    return Array.isArray(list) ? list.filter((each) => hasFields(each, fields, 'string')) : null;
  } catch {
    return null;
  }
}
