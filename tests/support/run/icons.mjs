// Makes the icons of the packages out of assets/icons/rehome.svg: PNG in every size that Linux asks for, rehome.ico, rehome.icns. Run it
// again when the drawing changes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findOrGetChromium } from './get-chromium.mjs';

const folder = join('assets', 'icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const icoSizes = [16, 24, 32, 48, 64, 128, 256];
/** The four letters of each size in an icns file, which may hold PNG as it is. */
const icnsTypes = { icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };

/** @param {readonly number[]} wanted @returns {Promise<Map<number, Buffer>>} */
async function draw(wanted) {
  const svg = readFileSync(join(folder, 'rehome.svg'), 'utf8');
  const browser = await chromium.launch({ executablePath: findOrGetChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const drawn = new Map();
    for (const size of wanted) {
      await page.setViewportSize({ width: size, height: size });
      const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
      await page.setContent(
        `<style>html,body{margin:0;background:transparent}img{display:block;width:${size}px;height:${size}px}</style><img src="${source}">`,
      );
      await page.waitForFunction(() => document.images[0]?.complete === true);
      drawn.set(size, await page.screenshot({ omitBackground: true }));
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

/** @param {readonly (readonly [number, Buffer])[]} images */
function toIco(images) {
  const head = Buffer.alloc(6 + images.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, [size, png]] of images.entries()) {
    const at = 6 + index * 16;
    // A size of 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(([, png]) => png)]);
}

/** @param {readonly (readonly [string, Buffer])[]} images */
function toIcns(images) {
  const parts = images.map(([type, png]) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

const drawn = await draw(sizes);
/** @param {number} size */
const get = (size) => drawn.get(size) ?? Buffer.alloc(0);
mkdirSync(join(folder, 'sizes'), { recursive: true });
for (const [size, png] of drawn) writeFileSync(join(folder, 'sizes', `${size}x${size}.png`), png);
writeFileSync(join(folder, 'rehome.ico'), toIco(icoSizes.map((size) => [size, get(size)])));
writeFileSync(
  join(folder, 'rehome.icns'),
  toIcns(Object.entries(icnsTypes).map(([type, size]) => [type, get(size)])),
);
console.log(`Icons of ${sizes.length} sizes are in ${folder}.`);
