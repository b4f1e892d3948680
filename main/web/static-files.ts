import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** A part of the page: its bytes and what they are. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** Letters, digits and a few marks in each part, no part that starts with a dot: all that the build ever makes. */
const pathPattern = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/u;

/**
 * A file of the built page by the path of its address as it came (not decoded), or null. The path is matched against an allow-list
 * first, and what it leads to has to lie inside the folder, links followed.
 */
export async function readPageFile(folder: string, path: string): Promise<PageFile | null> {
  const wanted = path === '/' ? '/index.html' : path;
  if (wanted.length > 200 || !pathPattern.test(wanted) || wanted.includes('..')) return null;
  const type = types[extname(wanted)] ?? 'application/octet-stream';
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, wanted));
    if (!file.startsWith(root + sep)) return null;
    return { type, bytes: await readFile(file) };
  } catch {
    return null;
  }
}
