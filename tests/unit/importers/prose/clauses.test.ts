import { describe, expect, it } from 'vitest';
import type { ProposedDependency } from '#core/importers/contract.ts';
import { readText } from './read-text.ts';

const known = '# Servers\n\n- alpha1\n- beta2\n- gamma3\n- delta4\n\n# Notes\n\n';

/** Dependencies of a sentence about four known machines, as "from type to". */
function linksIn(sentence: string): ProposedDependency[] {
  return readText(`${known}${sentence}\n`).items.filter(
    (item): item is ProposedDependency => item.is === 'dependency',
  );
}

const toWords = (links: readonly ProposedDependency[]): string[] =>
  links
    .map((link) => `${link.from.replace('server:', '')} ${link.type} ${link.to.replace('server:', '')}`)
    .sort();

describe('clauses with a subject and an object', () => {
  it.each([
    ['alpha1 and beta2 talk to gamma3.', ['alpha1 connects gamma3', 'beta2 connects gamma3']],
    [
      'alpha1 pulls prices from beta2 and writes reports to gamma3.',
      ['alpha1 connects beta2', 'alpha1 stores-in gamma3'],
    ],
    ['alpha1 uses beta2, but gamma3 uses delta4.', ['alpha1 uses beta2', 'gamma3 uses delta4']],
    ['alpha1 is replicated to beta2.', ['beta2 replicates alpha1']],
    ['alpha1 stands alone. It is mirrored to beta2.', ['beta2 replicates alpha1']],
    ['beta2 follows alpha1.', ['beta2 replicates alpha1']],
    ['Orders are copied from alpha1 to beta2.', ['alpha1 connects beta2']],
    ['alpha1 -> beta2 -> gamma3', ['alpha1 connects beta2', 'beta2 connects gamma3']],
    ['alpha1 sits behind beta2.', ['beta2 proxies alpha1']],
    ['alpha1 is reachable only via beta2.', ['alpha1 reaches-through beta2']],
    ['gamma3 monitors alpha1 and beta2.', ['gamma3 monitors alpha1', 'gamma3 monitors beta2']],
    ['alpha1 is watched by gamma3.', ['gamma3 monitors alpha1']],
    ['alpha1 wird jede Nacht auf beta2 gesichert.', ['alpha1 backs-up-to beta2']],
    ['alpha1 greift auf beta2 zu.', ['alpha1 connects beta2']],
    ['delta4 überwacht alpha1.', ['delta4 monitors alpha1']],
    ['alpha1 schickt Meldungen an beta2.', ['alpha1 connects beta2']],
  ] as const)('%s', (sentence, links) => {
    expect(toWords(linksIn(sentence))).toEqual(links);
  });

  it.each([
    'alpha1 will talk to beta2 next year.',
    'alpha1 does not talk to beta2.',
    'alpha1 talked to beta2 before it was moved.',
    'alpha1 should talk to beta2.',
    'Does alpha1 talk to beta2?',
    'Connect alpha1 to beta2 with the blue cable.',
    'If alpha1 talks to beta2, call us.',
    'alpha1 runs the same system as beta2.',
  ])('none in: %s', (sentence) => {
    expect(toWords(linksIn(sentence))).toEqual([]);
  });

  it('keeps port, protocol and encryption of the clause', () => {
    expect(linksIn('alpha1 calls beta2 over HTTP on port 8080 (not encrypted).')).toMatchObject([
      { protocol: 'http', port: 8080, encrypted: false },
    ]);
    expect(linksIn('alpha1 connects to beta2 with TLS.')).toMatchObject([{ encrypted: true }]);
  });

  it('lets a class word stand for the machines whose names hold it', () => {
    const text =
      '# Servers\n\n- till-a\n- till-b\n- stock-c\n\n# Notes\n\nAll till servers connect to stock-c.\n';
    const links = readText(text).items.filter((item) => item.is === 'dependency');
    expect(links.map((link) => link.from)).toEqual(['server:till-a', 'server:till-b']);
  });
});
