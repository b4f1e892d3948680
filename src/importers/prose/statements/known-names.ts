import { products, tools, type ProductEntry } from '#core/importers/prose/lexicon/products.ts';
import { providers, type ProviderEntry } from '#core/importers/prose/lexicon/providers.ts';
import { toFold } from '#core/importers/prose/lexicon/table-text.ts';
import { makeMatcher, type Found } from './matcher.ts';

/** A product or provider of the lexicon. */
export type KnownName =
  | { readonly is: 'product'; readonly entry: ProductEntry }
  | { readonly is: 'provider'; readonly entry: ProviderEntry }
  | { readonly is: 'tool'; readonly name: string };

const productByFold = new Map<string, ProductEntry>();
for (const entry of products)
  for (const name of [...entry.aliases, entry.name]) productByFold.set(toFold(name), entry);
const providerByFold = new Map<string, ProviderEntry>();
for (const entry of providers)
  for (const name of [...entry.aliases, entry.name]) providerByFold.set(toFold(name), entry);
const toolFolds = new Set(tools.map(toFold));

/** The product that a name as a whole is, in any spelling. */
export function findProduct(name: string): ProductEntry | null {
  return productByFold.get(toFold(name)) ?? null;
}

/** The provider that a name as a whole is, in any spelling. */
export function findProvider(name: string): ProviderEntry | null {
  return providerByFold.get(toFold(name)) ?? null;
}

/** The provider of an id. */
export function providerOfId(id: string): ProviderEntry | null {
  return providers.find((entry) => entry.id === id) ?? null;
}

/** Whether a name is a tool or language that acts on machines but is no part of the estate. */
export function isTool(name: string): boolean {
  return toolFolds.has(toFold(name));
}

function* sought(): Generator<{ name: string; exact: boolean; value: KnownName }> {
  for (const name of tools) yield { name, exact: true, value: { is: 'tool', name } };
  for (const entry of providers) {
    for (const name of [entry.name, ...entry.aliases, ...entry.words])
      yield {
        name,
        exact: name.length <= 6 && !entry.words.includes(name),
        value: { is: 'provider', entry },
      };
  }
  for (const entry of products) {
    for (const name of [entry.name, ...entry.aliases])
      yield { name, exact: entry.ordinary || name.length <= 4, value: { is: 'product', entry } };
  }
}

const match = makeMatcher<KnownName>(sought());

/** Products, providers and tools named in a text. */
export function findKnownNames(text: string): Found<KnownName>[] {
  return match(text);
}

const openingProduct =
  /^((?:(?:[Pp]rimary|[Mm]ain|[Cc]entral)\s+)?)(\p{Lu}\p{L}{2,20})(?:\s+v?\d[\d.]{0,8})?\s*(?=[.,+;(&]|and\s|$)/u;

/** Where the software begins with which a text opens ("HAProxy + certbot.", "Primary PostgreSQL 14."); `null`: with something else. */
export function findOpeningProduct(plain: string): number | null {
  const hit = openingProduct.exec(plain);
  return hit?.[2] !== undefined && findProduct(hit[2]) !== null ? (hit[1]?.length ?? 0) : null;
}
