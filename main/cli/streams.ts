import { writeSync } from 'node:fs';
import { stderr, stdout } from 'node:process';
import type { Writable } from 'node:stream';
import { toPlainLines } from '#core/exporters/encode/plain-line.ts';
import { standardStream } from './files/read-input.ts';

const ignore = (): void => {};

/** A reader that went away early (`| head`) is no trouble; each stream has one listener for that, however much it says. */
function tolerate(stream: Writable): void {
  if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore);
}

/** Waits until a text is handed to the system; a reader that went away early (`| head`) is no trouble. */
function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else if ('code' in error && error.code === 'EPIPE') resolve();
      else reject(error);
    });
  });
}

/** Puts the result of a command on standard output: nothing else ever goes there. */
export async function writeResult(content: string | Uint8Array): Promise<void> {
  tolerate(stdout);
  await write(stdout, content);
}

/** Puts the answer of a command for a person on standard output: names out of somebody's files can't steer the terminal or add a line. */
export function writeWords(lines: readonly string[]): Promise<void> {
  return writeResult(`${toPlainLines(lines).join('\n')}\n`);
}

/** Says a sentence to the person, on standard error. */
export async function writeMessage(sentence: string): Promise<void> {
  tolerate(stderr);
  await write(stderr, `${toPlainLines(sentence.split('\n')).join('\n')}\n`);
}

/** The answer of a command for a person, beside what it writes to `out`: on standard error where standard output has that. */
export function writeWordsBeside(out: string | null, lines: readonly string[]): Promise<void> {
  return out === standardStream ? writeMessage(lines.join('\n')) : writeWords(lines);
}

/** Shows or clears a line of progress; nothing when standard error is no terminal. */
export function writeProgress(text: string): void {
  if (stderr.isTTY) writeSync(2, `\r\u001b[2K${text}`);
}
