import { readdir, readFile } from 'node:fs/promises';

/** The state of a process and its group; `null`: it is gone. Only Linux tells. */
async function readProcess(pid: string): Promise<{ state: string; group: number } | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name of the program stands in brackets and may hold anything.
  const [state = '', , group = ''] = line === null ? [] : line.slice(line.lastIndexOf(')') + 2).split(' ');
  return state === '' ? null : { state, group: Number(group) };
}

/** Whether something of a group still runs; what only waits for its parent to notice its end does not. */
async function isGroupRunning(group: number): Promise<boolean> {
  const names = await readdir('/proc').catch(() => []);
  const found = await Promise.all(names.filter((name) => /^\d+$/u.test(name)).map(readProcess));
  return found.some((each) => each?.group === group && !/[ZX]/u.test(each.state));
}

/**
 * Ends all processes of a group at once, like a power cut, and waits until none is left: a browser that outlives its program for a
 * moment would still hold the profile when the next one starts.
 */
export async function killGroup(group: number): Promise<void> {
  process.kill(-group, 'SIGKILL');
  const deadline = Date.now() + 20_000;
  while (await isGroupRunning(group)) {
    if (Date.now() > deadline) throw new Error(`something of the group ${group} did not end`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
