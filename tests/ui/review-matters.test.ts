import { describe, expect, it } from 'vitest';
import { previewIntake } from '#core/intake/preview-intake.ts';
import { importFiles } from '#core/importers/import-files.ts';
import { findMatterWords, toSettled } from '#stores/review-matters.ts';
import { countShows, isMatterShown } from '#stores/review-show.ts';
import { mattersText } from '#text/review-matters.ts';
import { planOf } from '#support/build-plan.ts';

const files = {
  'a.csv': 'Name,OS\nweb-02,Debian 12\ndb1,Debian 12\n',
  'b.csv': 'Name,OS\nweb2,Debian 12\ndb1,Debian 11\n',
};
const { proposals } = importFiles(
  Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
);
const { matters } = previewIntake(planOf(), proposals);
const [conflict = '', pair = ''] = matters.map((each) => each.key);

describe('what sources and plan differ on, in the review', () => {
  it('is said in words, with the place where it is read', () => {
    expect(matters.map(mattersText.name)).toEqual(['db1', 'web-02 and web2']);
    expect(matters.map(mattersText.what)).toEqual([
      'operating system: Debian 12 or Debian 11',
      'one machine?',
    ]);
    expect(matters.map(findMatterWords)).toEqual([
      { source: 'b.csv', line: 3, quote: 'Debian 11' },
      { source: 'b.csv', line: 2, quote: 'web2' },
    ]);
  });

  it('is settled as it was decided; what waits is not', () => {
    expect(toSettled(matters, {}, {})).toEqual({ values: {}, pairs: {} });
    expect(toSettled(matters, { [conflict]: 'later', [pair]: 'later' }, {})).toEqual({
      values: {},
      pairs: {},
    });
    expect(toSettled(matters, { [conflict]: 'accept', [pair]: 'accept' }, {})).toEqual({
      values: { [conflict]: 'Debian 11' },
      pairs: { [pair]: 'same' },
    });
    expect(toSettled(matters, { [conflict]: 'accept', [pair]: 'reject' }, { [conflict]: 0 })).toEqual({
      values: { [conflict]: 'Debian 12' },
      pairs: { [pair]: 'apart' },
    });
    expect(toSettled(matters, { [conflict]: 'reject' }, { [conflict]: 1 }).values).toEqual({
      [conflict]: 'Debian 12',
    });
  });

  it('counts in the states that the list is narrowed to', () => {
    expect(countShows([], matters, proposals)).toMatchObject({
      all: 2,
      conflict: 1,
      pair: 1,
      gone: 0,
      new: 0,
    });
    expect(matters.filter((matter) => isMatterShown(matter, 'gone'))).toEqual([]);
  });
});
