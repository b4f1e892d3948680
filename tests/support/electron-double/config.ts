import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What the command line says: the same one that the electron program takes. */
export interface DoubleConfig {
  readonly appPath: string;
  readonly main: string;
  readonly name: string;
  readonly version: string;
  readonly userData: string;
  /** Scripts of the test runner that are to run first. */
  readonly preloads: readonly string[];
  readonly isInspected: boolean;
  /** The switches of the command line, without their dashes. */
  readonly switches: readonly string[];
  /** Whether the app is to believe that it runs out of its package. */
  readonly isPackaged: boolean;
}

function parse(argv: readonly string[]): DoubleConfig {
  const preloads: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '-r' || word === '--require') {
      at += 1;
      preloads.push(argv[at] ?? '');
    } else rest.push(word);
  }
  const target = resolve(rest.find((word) => !word.startsWith('-')) ?? '.');
  const isFolder = statSync(target).isDirectory();
  const described = isFolder ? JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')) : {};
  const name: string = described.productName ?? described.name ?? 'app';
  const folder = rest.find((word) => word.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length);
  return {
    appPath: isFolder ? target : dirname(target),
    main: isFolder ? resolve(target, described.main) : target,
    name,
    version: described.version ?? '0.0.0',
    userData: folder ?? join(homedir(), '.config', name),
    preloads,
    switches: rest.filter((word) => word.startsWith('--')).map((word) => word.slice(2)),
    isPackaged: process.env['ELECTRON_DOUBLE_PACKAGED'] === '1',
    isInspected: rest.some((word) => word.startsWith('--inspect')),
  };
}

/** The configuration of this run. */
export const config = parse(process.argv.slice(2));
