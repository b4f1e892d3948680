import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { boldWidth } from '#core/exporters/svg/draw-text.ts';
import { toTextWidth } from '#core/exporters/svg/text-width.ts';
import { toPng } from '#main/cli/pictures/to-png.ts';
import { readPng, toInkWidth, type Pixels } from './read-png.ts';

const size = 40;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;' };

async function draw(text: string, look = ''): Promise<Pixels> {
  const inner = text.replaceAll(/[&<]/gu, (sign) => escapes[sign] ?? sign);
  const width = Math.ceil(toTextWidth(text, size) * 2) + 40;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="64" font-family="system-ui, sans-serif">` +
    `<text x="10" y="46" font-size="${size}" xml:space="preserve" ${look}>${inner}</text></svg>`;
  return readPng(await toPng(svg, 1));
}

const hashOf = ({ bytes }: Pixels): string => createHash('sha256').update(bytes).digest('hex');

/** What names are written in, and the signs that our own pictures use. */
const letters = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  '!#$%&()*+,-./:;<=>?@[]_{|}~',
  'ÄÖÜäöüßéèñçøåłşğ',
  'ΑΒΓΔΩαβγδω',
  'БДЖЩЯбджщя',
  '…→·–—“”’×≥',
].join('');

describe('the letters of a PNG', () => {
  it('are all there: none is empty, and none is the box that stands for a missing sign', async () => {
    const missing = hashOf(await draw('\u{F0000}'));
    const empty: string[] = [];
    for (const sign of letters) {
      const drawn = await draw(sign);
      if (toInkWidth(drawn) === 0 || hashOf(drawn) === missing) empty.push(sign);
    }
    expect(empty).toEqual([]);
  });

  it('are not wider than the place that names are cut to, so that no name leaves its box', async () => {
    const words = [
      'web02.example.org',
      'MMMM-WWWW',
      'illicit',
      'Größe der Datenbank',
      'pg-main (orders)',
      'ДЖЩЯ',
      'Складской сервер',
      'ΑΠΟΘΗΚΗ Ω',
      'ÄÖÜ-ÉÈ',
    ];
    for (const text of words) {
      expect([text, toInkWidth(await draw(text)) <= toTextWidth(text, size)]).toEqual([text, true]);
      const bold = toInkWidth(await draw(text, 'font-weight="600"'));
      expect([text, bold <= toTextWidth(text, size) * boldWidth]).toEqual([text, true]);
    }
  });

  it('are those of the font that comes along, pixel by pixel, whatever the machine has', async () => {
    const found = [await draw('web02 → hel1, Größe?'), await draw('Clear out', 'font-weight="600"')].map(
      hashOf,
    );
    expect(found).toEqual([
      '18d0687f4eab1bc9a5db56f978c40616ca642fb37599802aa0278e41089bb2b4',
      '5013f10f205b43ada4c6f8f0ef29843d1667bfb029cd925b95419cb5aeacce3e',
    ]);
  });
});
