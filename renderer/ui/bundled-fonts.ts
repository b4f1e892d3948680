import interCyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url&no-inline';
import interGreek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?url&no-inline';
import interLatinExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url&no-inline';
import interLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url&no-inline';
import interVietnamese from '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2?url&no-inline';
import monoCyrillic from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-cyrillic-wght-normal.woff2?url&no-inline';
import monoGreek from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-greek-wght-normal.woff2?url&no-inline';
import monoLatinExtended from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-ext-wght-normal.woff2?url&no-inline';
import monoLatin from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url&no-inline';

/** Which characters each file holds; whatever is in none of them is drawn with a font of the system. */
const ranges = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
  latinExtended:
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F',
  cyrillic: 'U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
  greek: 'U+0370-03FF',
  vietnamese: 'U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+1EA0-1EF9',
};

const faces: readonly (readonly [family: string, file: string, range: string])[] = [
  ['Inter', interLatin, ranges.latin],
  ['Inter', interLatinExtended, ranges.latinExtended],
  ['Inter', interCyrillic, ranges.cyrillic],
  ['Inter', interGreek, ranges.greek],
  ['Inter', interVietnamese, ranges.vietnamese],
  ['JetBrains Mono', monoLatin, ranges.latin],
  ['JetBrains Mono', monoLatinExtended, ranges.latinExtended],
  ['JetBrains Mono', monoCyrillic, ranges.cyrillic],
  ['JetBrains Mono', monoGreek, ranges.greek],
];

/**
 * Offers the fonts that Rehome brings along to a page or a worker. The stacks of `tokens.css` name them behind the fonts of
 * macOS and Windows, so a file is read only where the system has nothing of its own, and only when a character of it is shown.
 */
export function addBundledFonts(fonts: FontFaceSet): void {
  for (const [family, file, unicodeRange] of faces)
    fonts.add(new FontFace(family, `url(${file})`, { weight: '100 900', unicodeRange, display: 'block' }));
}

/** Reads the files for Latin text, for what draws by itself and can't wait for the browser to find out that it needs them. */
export function loadBundledFonts(fonts: FontFaceSet): Promise<unknown> {
  return Promise.all(['12px Inter', '12px "JetBrains Mono"'].map((font) => fonts.load(font)));
}
