import { describe, expect, it } from 'vitest';
import { areaEntries, findAreas } from '#core/importers/prose/lexicon/areas.ts';
import { accessCues, dutyLabels } from '#core/importers/prose/lexicon/duties.ts';
import { dutyCues } from '#core/importers/prose/lexicon/duty-cues.ts';
import { columnWords, sizePatterns, totalPatterns } from '#core/importers/prose/lexicon/facts.ts';
import { doubtCues, findMode, modeCues } from '#core/importers/prose/lexicon/modes.ts';
import { products } from '#core/importers/prose/lexicon/products.ts';
import { providers } from '#core/importers/prose/lexicon/providers.ts';
import { relationCues } from '#core/importers/prose/lexicon/relation-cues.ts';
import { gatewayCues } from '#core/importers/prose/lexicon/relations.ts';
import { findKnownNames, findProduct, findProvider } from '#core/importers/prose/statements/known-names.ts';
import { findServiceType } from '#core/importers/prose/statements/service-types.ts';
import { isTopic } from '#core/importers/prose/statements/titles.ts';

describe('lexicon: every entry has an example that it reads', () => {
  it.each(relationCues.map((cue) => [cue.example, cue] as const))('relation: %s', (example, cue) => {
    const hit = cue.words.exec(example);
    expect(hit).not.toBeNull();
    if (cue.inside === true) expect(hit?.[0]).toContain('alpha1');
    else expect(example.indexOf('alpha1')).toBeLessThan(hit?.index ?? 0);
    expect(example.indexOf('beta2')).toBeGreaterThan((hit?.index ?? 99) - 1);
  });

  it.each(gatewayCues.map((cue) => [cue.example, cue.words] as const))('gateway: %s', (example, words) => {
    expect(words.test(example)).toBe(true);
    expect(words.test('It stores pictures.')).toBe(false);
  });

  it.each(dutyCues.map((cue) => [cue.example, cue] as const))('duty: %s', (example, cue) => {
    const hit = cue.words.exec(example);
    expect(hit).not.toBeNull();
    const party = example.indexOf('Acme');
    if (cue.party === 'before') expect(party).toBeLessThan(hit?.index ?? 0);
    else expect(party).toBeGreaterThan(hit?.index ?? 99);
  });

  it.each(
    [...dutyLabels, ...accessCues, ...doubtCues, ...totalPatterns, ...sizePatterns, ...columnWords].map(
      (entry) => [entry.example, entry.words] as const,
    ),
  )('cue: %s', (example, words) => {
    expect(words.test(example)).toBe(true);
    expect(words.test('The sky over Bremen.')).toBe(false);
  });

  it.each(modeCues.map((cue) => [cue.example, cue.mode] as const))('mode: %s', (example, mode) => {
    expect(findMode(example, example.split(/\b(?:run|hosted|use|in Germany)\b/u)[0] ?? '')).toBe(mode);
  });

  it.each(areaEntries.map((entry) => [entry.example, entry.area] as const))('area: %s', (example, area) => {
    expect(findAreas(example).map((found) => found.area)).toContain(area);
  });

  it.each(products.map((product) => [product.name, product] as const))('product: %s', (name, product) => {
    expect(findProduct(name)?.type).toBe(product.type);
    for (const alias of product.aliases) expect(findProduct(alias)).not.toBeNull();
  });

  it.each(providers.map((provider) => [provider.name, provider] as const))(
    'provider: %s',
    (name, provider) => {
      expect(findProvider(name)?.id).toBe(provider.id);
      for (const alias of provider.aliases) expect(findProvider(alias)?.id).toBe(provider.id);
    },
  );
});

describe('lexicon: meaning', () => {
  it('takes ordinary words as products only when written like one', () => {
    const named = (text: string): string[] =>
      findKnownNames(text).map((found) => text.slice(found.from, found.to));
    expect(named('send a drone to the vault')).toEqual([]);
    expect(named('Drone and Vault')).toEqual(['Drone', 'Vault']);
    expect(named('postgresql on aws')).toEqual(['postgresql']);
  });

  it('tells past, passive and negated apart', () => {
    expect(findMode('Hosted the old shop', '')).toBe('past');
    expect(findMode('Hosted on Linode', '')).toBe('asserted');
    expect(findMode('It talks to it over HTTP (not SSL)', 'It ')).toBe('asserted');
    expect(findMode('It does not talk to it', 'It does not ')).toBe('negated');
  });

  it.each([
    ['Insync db', 'database'],
    ['web load balancer', 'load-balancer'],
    ['periodic mailer', 'worker'],
    ['Sentry server', 'monitoring'],
    ['Festplatte', null],
  ])('type of %s is %s', (name, type) => {
    expect(findServiceType(name)).toBe(type);
  });

  it.each([
    'Backup',
    'Summary',
    'To deploy',
    'Open Questions',
    'Objective',
    'Servers and services',
    'Übersicht',
  ])('%s is a topic', (title) => {
    expect(isTopic(title)).toBe(true);
  });

  it.each(['redis', 'web02', 'Production DB Server', 'wiki'])('%s is no topic', (title) => {
    expect(isTopic(title)).toBe(false);
  });
});
