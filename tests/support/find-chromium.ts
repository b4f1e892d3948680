import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const places = [
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium to test with: the one that is named, the system's own, or the one that Playwright fetched. */
export function findChromium(): string {
  const named = process.env['REHOME_CHROMIUM'];
  const found = named ?? places.find((place) => existsSync(place)) ?? chromium.executablePath();
  if (!existsSync(found)) throw new Error('No Chromium found. Run: npx playwright install chromium');
  return found;
}
