import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Resvg } from '@resvg/resvg-wasm';

const require = createRequire(import.meta.url);
/** Where the font lies; looked up only when it is needed. */
function findFonts(): readonly string[] {
  return [
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  ];
}

/** The rasteriser is loaded only when a picture is wanted: it takes a moment. */
async function loadRasteriser(): Promise<typeof Resvg> {
  const rasteriser = await import('@resvg/resvg-wasm');
  await rasteriser.initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return rasteriser.Resvg;
}

let loading: ReturnType<typeof loadRasteriser> | null = null;

/**
 * Draws an SVG as a PNG. The letters are those of a font that comes along and covers Latin, Greek, Cyrillic and more, so that the
 * same plan gives the same bytes on every machine; signs that it does not have (Chinese, emoji) become empty boxes.
 */
export async function toPng(svg: string, scale: number): Promise<Uint8Array> {
  loading ??= loadRasteriser();
  const Rasteriser = await loading;
  const fontBuffers = await Promise.all(findFonts().map((font) => readFile(font)));
  const picture = new Rasteriser(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontBuffers: fontBuffers.map((buffer) => new Uint8Array(buffer)),
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  });
  return picture.render().asPng();
}
