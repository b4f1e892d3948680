import { describe, expect, it } from 'vitest';
import { expandSpan } from '#core/importers/prose/statements/host-ranges.ts';
import { namesOf, readText } from './read-text.ts';

/** Names of machines in a text that is nothing but running text below a heading. */
const machinesIn = (text: string): string[] => namesOf(readText(`# Notes\n\n${text}\n`), 'server');

describe('machines that running text speaks of', () => {
  it.each([
    ['The order service on `otter` is slow. The shop runs on `badger`.', ['badger', 'otter']],
    ['Mails leave through the mail gateway `post-a`.', ['post-a']],
    ['`attic-1` is our oldest machine.', ['attic-1']],
    ['Readings arrive at the intake server, wx-intake. wx-intake checks them.', ['wx-intake']],
    ['alpha1 sends its events to beta2.', ['alpha1', 'beta2']],
    ['Collectors: col-n, col-s and col-w.', ['col-n', 'col-s', 'col-w']],
    ['The disk of `lager3` is full.', ['lager3']],
    ['Grafana (`graph-a`) reads from `store-b1`.', ['graph-a', 'store-b1']],
    ['The shop moved from `alt-web` to `neu-web`.', ['alt-web', 'neu-web']],
    [
      '`kasse7` ist seit Mai abgeschaltet. Auf `kasse8` läuft die Kasse. Der Druckdienst auf `kasse8` fehlt.',
      ['kasse8'],
    ],
    ['The files are on `rend01` to `rend04`.', ['rend01', 'rend02', 'rend03', 'rend04']],
    ['The lab has a SAN. PACS01 is the archive. PACS02 is its mirror.', ['PACS01', 'PACS02']],
  ] as const)('%s', (text, names) => {
    const found = machinesIn(text);
    for (const name of names) expect(found).toContain(name);
  });

  it.each([
    'The field `userPassword` is not used. It is stored in `shadow`.',
    'Objects are in the bucket `parcel-labels` and the queue `parcel-sort`.',
    'If you run `web01` on your server, connect to `db01` first.',
    'The library is based on `core-2` and uses `json5`.',
    'We store it at s3://dump-area and read-only on real-time systems.',
    'The package `libfoo2` depends on `libbar3`.',
    'Merge it into the branch `release-2` and push to `main`.',
  ])('none in: %s', (text) => {
    expect(machinesIn(text)).toEqual([]);
  });
});

describe('a row of names', () => {
  it('is filled in between its ends', () => {
    expect(expandSpan('a01', 'a04')).toEqual(['a02', 'a03']);
    expect(expandSpan('web9.x', 'web11.x')).toEqual(['web10.x']);
  });

  it('is none when the names differ or the row is too long', () => {
    expect(expandSpan('a1', 'b4')).toEqual([]);
    expect(expandSpan('a1', 'a900')).toEqual([]);
    expect(expandSpan('a4', 'a1')).toEqual([]);
    expect(expandSpan('a', 'b')).toEqual([]);
  });
});
