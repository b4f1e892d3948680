import { createHash } from 'node:crypto';
import { open, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { fail, ok } from '#core/base/result.ts';
import type { Answer, LinkedFile, LinkedWrite, LinkRequest, OpenedFile } from '#core/contract/bridge.ts';
import { bridgeLimits as limits } from '#core/contract/limits.ts';
import type { JsonFile } from '#main/vault/json-file.ts';
import { toErrorCode } from '#main/vault/vault-problem.ts';
import type { FileCalls } from './file-calls.ts';
import { readChosenFile } from './read-chosen-file.ts';
import { replaceFile } from './replace-file.ts';
import { shellText } from './text.ts';

/** Which plan is kept in which file of the person's, and what stood there when it was read or written last. Paths stay in here. */
export interface PlanLinks {
  readonly findPlan: (handle: string) => Promise<Answer<string | null>>;
  readonly link: (request: LinkRequest) => Promise<Answer<LinkedFile | null>>;
  readonly find: (planId: string) => Promise<Answer<LinkedFile | null>>;
  readonly read: (planId: string) => Promise<Answer<OpenedFile>>;
  readonly write: (request: LinkedWrite) => Promise<Answer<LinkedFile>>;
  readonly unlink: (planId: string) => Promise<Answer<null>>;
}

/** `sha256` is of the bytes, never a time: other programs set those as they like. Empty: nothing is known of the content. */
const linkSchema = z.object({ path: z.string(), sha256: z.string() });
type Link = z.infer<typeof linkSchema>;

const noLink = { code: 'bad-arguments', message: shellText.noLink } as const;

function toSum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Two names of one file are one file. */
function toReal(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

async function readLinks(list: JsonFile): Promise<Map<string, Link>> {
  const parsed = z.record(z.string(), linkSchema).safeParse(await list.read());
  return new Map(Object.entries(parsed.success ? parsed.data : {}));
}

/** The content of a file by its sum: null when there is none, a problem when it is no file that can be read. */
async function readSum(path: string): Promise<Answer<string | null>> {
  const isThere = await realpath(path).then(
    () => true,
    (error: unknown) => toErrorCode(error) !== 'ENOENT',
  );
  if (!isThere) return ok(null);
  const read = await readChosenFile(path, limits.planFileBytes);
  return read.ok ? ok(toSum(read.value)) : read;
}

/** Writes a new file beside another one, under the first name that is free. */
async function writeBeside(path: string, bytes: Uint8Array): Promise<string> {
  const name = basename(path);
  const [, stem = name, end = ''] = /^(.*?)(\.rehome\.json|\.[^.]*)?$/iu.exec(name) ?? [];
  for (let number = 1; ; number += 1) {
    const target = join(dirname(path), `${shellText.beside(stem, number)}${end}`);
    try {
      const file = await open(target, 'wx', 0o666);
      await file.close();
    } catch (error) {
      if (toErrorCode(error) === 'EEXIST' && number < 1000) continue;
      throw error;
    }
    await replaceFile(target, bytes);
    return target;
  }
}

/** The links that stand in a list, which is read with the first call. Calls come one after the other. */
export function makePlanLinks(
  list: JsonFile,
  files: Pick<FileCalls, 'findPath' | 'choosePath' | 'toHandle'>,
): PlanLinks {
  let links = new Map<string, Link>();
  let isRead = false;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    const turn = last.then(async () => {
      if (!isRead) links = await readLinks(list);
      isRead = true;
      return work();
    });
    last = turn.catch(() => null);
    return turn;
  };
  const store = (): Promise<void> => list.write(Object.fromEntries(links));
  const remember = async (planId: string, link: Link): Promise<LinkedFile> => {
    links.set(planId, link);
    await store();
    return { name: basename(link.path), state: 'same' };
  };
  const look = async ({ path, sha256 }: Link): Promise<Answer<LinkedFile>> => {
    const found = await readSum(path);
    if (!found.ok) return found;
    const state = found.value === null ? 'gone' : found.value === sha256 ? 'same' : 'changed';
    return ok({ name: basename(path), state });
  };
  const writeTo = async ({ planId, bytes, how }: LinkedWrite, link: Link): Promise<Answer<LinkedFile>> => {
    if (how === 'check') {
      const looked = await look(link);
      // A file that was linked before anything was written to it may be new.
      const isNew = looked.ok && looked.value.state === 'gone' && link.sha256 === '';
      if (!looked.ok || (looked.value.state !== 'same' && !isNew)) return looked;
      if (looked.value.state === 'same' && toSum(bytes) === link.sha256) return looked;
    }
    try {
      const path = how === 'beside' ? await writeBeside(link.path, bytes) : link.path;
      if (how !== 'beside') await replaceFile(path, bytes);
      return ok(await remember(planId, { path, sha256: toSum(bytes) }));
    } catch {
      return fail({ code: 'failed', message: shellText.notWritten(basename(link.path)) });
    }
  };
  const withLink = <T>(planId: string, work: (link: Link) => Promise<Answer<T>>): Promise<Answer<T>> =>
    inTurn(async () => {
      const link = links.get(planId);
      return link === undefined ? fail(noLink) : work(link);
    });

  return {
    findPlan: (handle) =>
      inTurn(async () => {
        const wanted = await toReal(files.findPath(handle) ?? '');
        for (const [planId, { path }] of links) if ((await toReal(path)) === wanted) return ok(planId);
        return ok(null);
      }),
    link: ({ planId, handle, suggestedName }) =>
      inTurn(async () => {
        const path = handle === null ? await files.choosePath(suggestedName) : files.findPath(handle);
        if (path === null)
          return handle === null ? ok(null) : fail({ code: 'bad-arguments', message: shellText.handleGone });
        // The person said yes to a file that is there: the dialog asked. What stands there now is what may be written over.
        const found = await readSum(path);
        if (!found.ok) return found;
        return ok(await remember(planId, { path, sha256: found.value ?? '' }));
      }),
    find: (planId) =>
      inTurn<LinkedFile | null>(async () => {
        const link = links.get(planId);
        return link === undefined ? ok(null) : look(link);
      }),
    read: (planId) =>
      withLink(planId, async ({ path }) => {
        const read = await readChosenFile(path, limits.planFileBytes);
        if (!read.ok) return read;
        await remember(planId, { path, sha256: toSum(read.value) });
        return ok({ handle: files.toHandle(path), name: basename(path), bytes: read.value });
      }),
    write: (request) => withLink(request.planId, (link) => writeTo(request, link)),
    unlink: (planId) =>
      inTurn(async () => {
        if (links.delete(planId)) await store();
        return ok(null);
      }),
  };
}
