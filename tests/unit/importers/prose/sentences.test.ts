import { describe, expect, test } from 'vitest';
import { toSentences } from '#core/importers/prose/statements/sentences.ts';

const textsOf = (plain: string) => toSentences(plain).map(({ text }) => text);

describe('toSentences', () => {
  test('a mark of doubt stays with the words that it stands behind', () => {
    expect(textsOf('Turned off? (?)')).toEqual(['Turned off? (?)']);
    expect(textsOf('Runs the shop. (!) Mail goes out by mx1.')).toEqual([
      'Runs the shop. (!)',
      'Mail goes out by mx1.',
    ]);
    expect(textsOf('Old. ??')).toEqual(['Old. ??']);
  });

  test('sentences of words stay apart, and abbreviations hold one together', () => {
    expect(textsOf('Runs the shop. Mail goes out by mx1.')).toEqual([
      'Runs the shop.',
      'Mail goes out by mx1.',
    ]);
    expect(textsOf('Small jobs, e.g. feeds.')).toEqual(['Small jobs, e.g. feeds.']);
  });

  test('each stands where it says, and blanks alone are none', () => {
    const plain = '  One. (?)  Two!  ';
    for (const { from, to, text } of toSentences(plain)) expect(plain.slice(from, to)).toBe(text);
    expect(toSentences(' \n ')).toEqual([]);
    expect(textsOf('(?)')).toEqual(['(?)']);
  });
});
