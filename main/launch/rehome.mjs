#!/usr/bin/env node
// `rehome`: builds the command line when it is missing or older than its sources, then runs it in this process.
import { pathToFileURL } from 'node:url';
import { ensureBuilt, projectFolder } from './ensure-built.mjs';

// `npm run` changes into the folder of the project; paths start where the person typed the command.
const typedIn = process.env['INIT_CWD'];
if (
  process.env['npm_lifecycle_event'] === 'rehome' &&
  typedIn !== undefined &&
  process.cwd() === projectFolder
) {
  process.chdir(typedIn);
}

/** @type {string | null} */
let entry = null;
try {
  entry = await ensureBuilt('cli', (sentence) => process.stderr.write(`${sentence}\n`));
} catch (error) {
  const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
  process.stderr.write(
    `rehome: it could not be built (${why}). Run "npm ci" in ${projectFolder} and try again.\n`,
  );
  process.exitCode = 2;
}
if (entry !== null) await import(pathToFileURL(entry).href);
