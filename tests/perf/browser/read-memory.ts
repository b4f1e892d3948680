import type { CDPSession } from '@playwright/test';
import type { OpenBrowser } from './open-browser.ts';

/** What a page holds once all garbage is gone, in MiB. */
export interface Memory {
  /** Objects of JavaScript in the page. */
  readonly heap: number;
  /** Objects of JavaScript in the page and in its workers, and the bytes behind arrays. */
  readonly all: number;
}

const mebi = 2 ** 20;

interface Usage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

/** Sessions with the workers of a page. Playwright has none, so the protocol is spoken by hand. */
async function toWorkerUsage(session: CDPSession): Promise<number> {
  let next = 0;
  const waiting = new Map<number, (value: Usage) => void>();
  const workers: string[] = [];
  session.on('Target.attachedToTarget', ({ sessionId }) => workers.push(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer: { readonly id?: number; readonly result?: Usage } = JSON.parse(message);
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer.result ?? { usedSize: 0 });
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const ask = (sessionId: string, method: string): Promise<Usage> => {
    next += 1;
    const id = next;
    const answered = new Promise<Usage>((resolve) => waiting.set(id, resolve));
    return session
      .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
      .then(() => answered);
  };
  let bytes = 0;
  for (const worker of workers) {
    await ask(worker, 'HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = await ask(worker, 'Runtime.getHeapUsage');
    bytes += usedSize + backingStorageSize;
  }
  return bytes;
}

/** Collects the garbage and reads what is left. */
export async function readMemory({ page }: OpenBrowser): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  try {
    for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
    const usage: Usage = await session.send('Runtime.getHeapUsage');
    const workers = await toWorkerUsage(session);
    return {
      heap: usage.usedSize / mebi,
      all: (usage.usedSize + (usage.backingStorageSize ?? 0) + workers) / mebi,
    };
  } finally {
    await session.detach();
  }
}
