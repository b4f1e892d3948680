import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '#support/find-chromium.ts';
import { toFigure, type Figure } from '../measure.ts';

/** Writes and reads records as one row each, with Dexie in a real Chromium. IndexedDB needs an origin, so a page is served. */
export async function measureRows(
  records: readonly { readonly id: string }[],
  runs: number,
): Promise<{ readonly write: Figure; readonly read: Figure }> {
  const script = readFileSync(join(process.cwd(), 'tests/perf/node_modules/dexie/dist/dexie.min.js'), 'utf8');
  const data = JSON.stringify(records);
  const server = createServer((request, response) => {
    const isData = request.url === '/data';
    response.setHeader('content-type', isData ? 'application/json' : 'text/html; charset=utf-8');
    response.end(isData ? data : `<!doctype html><script>${script}</script>`);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${address.port}/`);
    const samples: readonly (readonly [number, number])[] = await page.evaluate(`(async () => {
      const records = await (await fetch('/data')).json();
      const samples = [];
      for (let round = -1; round < ${runs}; round += 1) {
        const database = new Dexie('rows' + round);
        database.version(1).stores({ records: 'id' });
        await database.open();
        const before = performance.now();
        await database.records.bulkPut(records);
        const between = performance.now();
        const back = await database.records.toArray();
        const after = performance.now();
        if (back.length !== records.length) throw new Error('rows are missing');
        if (round >= 0) samples.push([between - before, after - between]);
        database.close();
        await Dexie.delete('rows' + round);
      }
      return samples;
    })()`);
    return {
      write: toFigure(samples.map(([write]) => write)),
      read: toFigure(samples.map(([, read]) => read)),
    };
  } finally {
    await browser.close();
    server.close();
  }
}
