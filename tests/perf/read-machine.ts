import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../support/find-chromium.ts';

/** Where figures come from: what one has to know to compare them. */
export interface Machine {
  readonly cores: string;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly chromium: string;
  readonly peers: readonly string[];
}

function readChromium(): string {
  try {
    return execFileSync(findChromium(), ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return 'no Chromium found';
  }
}

/** How busy the machine was in the last 1, 5 and 15 minutes. */
export function readLoad(): string {
  return loadavg()
    .map((each) => each.toFixed(1))
    .join(' ');
}

/** The commit that is measured, with `-dirty` where the sources differ from it; `unknown` outside of a checkout. */
export function readCommit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

/** Looks at the machine and at the versions of the peers. */
export function readMachine(): Machine {
  const all = cpus();
  const manifest: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(process.cwd(), 'tests', 'perf', 'package.json'), 'utf8'),
  );
  return {
    cores: `${all.length} x ${all[0]?.model ?? 'unknown'}`,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    chromium: readChromium(),
    peers: Object.entries(manifest.dependencies).map(([name, version]) => `${name} ${version}`),
  };
}
