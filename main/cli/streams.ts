import { writeSync } from 'node:fs';
import { stderr, stdout } from 'node:process';
import type { Writable } from 'node:stream';

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
  stdout.once('error', () => {});
  await write(stdout, content);
}

/** Says a sentence to the person, on standard error. */
export async function writeMessage(sentence: string): Promise<void> {
  stderr.once('error', () => {});
  await write(stderr, `${sentence}\n`);
}

/** Shows or clears a line of progress; nothing when standard error is no terminal. */
export function writeProgress(text: string): void {
  if (stderr.isTTY) writeSync(2, `\r\u001b[2K${text}`);
}
