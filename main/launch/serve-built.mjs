// `rehome serve` in the small build of the command line: makes sure that the whole app is built, then lets that build serve.
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';

/**
 * Runs the command line of the app's own build, which reads the same words again, and answers its exit code.
 * @returns {Promise<number>}
 */
export async function serve() {
  const entry = await ensureBuilt('app', (sentence) => process.stderr.write(`${sentence}\n`));
  await import(pathToFileURL(entry).href);
  return Number(process.exitCode ?? 0);
}
