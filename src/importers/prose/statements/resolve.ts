import { assertNever } from '#core/base/assert-never.ts';
import { needThing, type Thing } from '#core/importers/prose/proposal/draft.ts';
import { isSingleRole, toTitleParts } from './titles.ts';
import { findKnownNames, type KnownName } from './known-names.ts';
import { findServiceOf } from './known-service.ts';
import { makeMatcher, type Found } from './matcher.ts';
import type { Reading } from './reading.ts';
import { makeService, serviceKey } from './services.ts';
import { makeProvider, makeProviderOf, roleType } from './service-titles.ts';
import type { Unit } from './unit.ts';

/** Something named in a text: a thing of the draft by key, or a name of the lexicon that is no thing yet. */
export type Named = { readonly is: 'thing'; readonly key: string } | KnownName;

/** Finds things of the draft and known names in a text. */
export type NameFinder = (text: string) => Found<Named>[];

/** A noun means the machine that the text called so only where it points back to it. */
const articles = ['the', 'our', 'this', 'der', 'die', 'das', 'dem', 'den', 'unser', 'unsere'] as const;

function* shortForms(thing: Thing): Generator<string> {
  yield thing.name;
  yield* thing.aliases;
  if (/[_-]/u.test(thing.name)) yield thing.name.replace(/[_-]+/gu, ' ');
  if (thing.kind === 'server' && isSingleRole(thing.name)) {
    const words = thing.name.split(/\s+/u);
    if (words.length > 2) yield words.slice(1).join(' ');
    if (words.length > 2) yield words.slice(0, -1).join(' ');
  }
}

/** Makes a finder over the things that are known now. A name that several things bear is the outermost one. */
export function makeNameFinder(reading: Reading): NameFinder {
  const byName = new Map<string, Thing>();
  const rank: Readonly<Record<Thing['kind'], number>> = {
    provider: 0,
    site: 1,
    host: 2,
    server: 3,
    service: 4,
  };
  for (const thing of reading.draft.things.values()) {
    for (const form of shortForms(thing)) {
      const key = form.toLowerCase();
      const known = byName.get(key);
      if (known === undefined || rank[thing.kind] < rank[known.kind]) byName.set(key, thing);
    }
  }
  for (const unit of reading.units) {
    if (unit.role !== 'title') continue;
    const { role } = toTitleParts(unit.text.plain);
    const own = reading.own.get(unit.index)?.keys[0];
    const thing = own === undefined ? undefined : reading.draft.things.get(own);
    if (
      role !== null &&
      /^\w+$/u.test(role) &&
      roleType(role) === 'application' &&
      thing?.kind === 'service' &&
      !byName.has(role.toLowerCase())
    )
      byName.set(role.toLowerCase(), thing);
  }
  for (const [words, key] of reading.said) {
    const thing = reading.draft.things.get(key);
    if (thing === undefined || byName.has(words)) continue;
    for (const article of articles) byName.set(`${article} ${words}`, thing);
  }
  const match = makeMatcher<Named>(
    [...byName].map(([name, thing]) => ({ name, exact: false, value: { is: 'thing', key: thing.key } })),
  );
  return (text) => {
    const own = match(text);
    const known = findKnownNames(text).filter(
      (each) => !own.some((other) => each.from < other.to && other.from < each.to),
    );
    return [...own, ...known].sort((a, b) => a.from - b.from);
  };
}

/** The thing that a found name stands for, made when a product or provider is met for the first time; `null` for tools. */
export function resolveNamed(
  reading: Reading,
  found: Found<Named>,
  where: { readonly unit: Unit; readonly from: number; readonly to: number },
  near: string | null,
): string | null {
  const { value } = found;
  switch (value.is) {
    case 'thing':
      return value.key;
    case 'tool':
      return null;
    case 'provider': {
      const spelling = where.unit.text.plain.slice(where.from, where.to);
      const name =
        value.entry.words.includes(spelling.toLowerCase()) || /^ec2$/iu.test(spelling)
          ? value.entry.name
          : spelling;
      const key = makeProvider(
        reading,
        value.entry.id,
        name,
        where,
        'the text names it as the place where something is',
        3.5,
      ).key;
      const apps = /^\s+(applications?|apps?|functions)\b/iu.exec(
        where.unit.text.plain.slice(where.to, where.to + 20),
      );
      if (apps?.[1] === undefined) return key;
      const made = makeService(reading, `${spelling} ${apps[1]}`, key, ['says its type', 'acts on others'], {
        ...where,
        to: where.to + apps[0].length,
      });
      if (made !== null && apps[1].endsWith('s')) made.count = null;
      return made?.key ?? key;
    }
    case 'product': {
      const { entry } = value;
      const inside = near === null ? undefined : reading.draft.things.get(serviceKey(near, entry.name));
      if (inside !== undefined) return inside.key;
      const known = findServiceOf(reading, entry.id);
      if (known !== null) return known.key;
      const spelling = where.unit.text.plain.slice(where.from, where.to);
      const parent = entry.vendor === null ? null : makeProviderOf(reading, entry.vendor, where);
      const made = makeService(
        reading,
        spelling,
        parent,
        ['known product', entry.saas ? 'acts on others' : 'named as software'],
        where,
      );
      if (made !== null && made.type === null) made.type = entry.type;
      return made?.key ?? null;
    }
    default:
      return assertNever(value);
  }
}

/** A site inside a provider (or alone). */
export function needSite(
  reading: Reading,
  name: string,
  country: string | null,
  parent: string | null,
): Thing {
  const inside = parent?.startsWith('provider:') === true ? `${parent.slice('provider:'.length)}/` : '';
  const meant = reading.siteCodes.get(name.toLowerCase())?.name ?? name;
  const key = `site:${inside}${meant.toLowerCase()}`;
  const thing = needThing(reading.draft, key, 'site', meant);
  for (const [code, place] of reading.siteCodes)
    if (place.name === meant) thing.aliases.add(code.includes('-') ? code : code.toUpperCase());
  thing.jurisdiction ??= country;
  thing.parent ??= parent;
  return thing;
}
