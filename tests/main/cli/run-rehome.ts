import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** What a command line answered. */
export interface CommandLineAnswer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const launcher = resolve('main/launch/rehome.mjs');

/** Runs the real command line, as a person would, in a folder; `input` goes to its standard input. */
export function runRehome(
  folder: string,
  words: readonly string[],
  options: { readonly input?: string | Uint8Array; readonly env?: Record<string, string> } = {},
): Promise<CommandLineAnswer> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [launcher, ...words], {
      cwd: folder,
      env: { ...process.env, ...options.env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    // A command that refuses before it reads closes its input early.
    child.stdin.on('error', () => {});
    child.on('error', failed);
    // Whoever comes first builds: that line is the launcher's, not the command's.
    const own = (text: string): string => text.replace(/^Building the command line \(once\) \.\.\.\n/u, '');
    child.on('close', (code) => done({ code, stdout, stderr: own(stderr) }));
    child.stdin.end(options.input ?? '');
  });
}

/** A folder of its own for one test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rehome-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A small inventory as a table, in our own words. */
export const table = `Name,Provider,Role,CPU,RAM (GB),Disk (GB),Owner,Environment
web01,Fjord,web,2,4,40,Ops,production
db01,Fjord,database,4,16,200,Ops,production
old01,Fjord,web,1,2,20,Ops,test
`;
