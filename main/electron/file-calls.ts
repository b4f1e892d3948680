import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Dialog, Shell } from 'electron';
import type { Answer, OpenedFile, OpenRequest, SavedFile, SaveRequest } from '#core/contract/bridge.ts';
import { fail, ok } from '#core/base/result.ts';
import { toExternalUrl } from '#core/contract/external-url.ts';
import { bridgeLimits as limits } from '#core/contract/limits.ts';
import { listFolder, readChosenFile } from './read-chosen-file.ts';
import { replaceFile } from './replace-file.ts';
import { shellText } from './text.ts';
import { toSuggestedName } from './suggested-name.ts';

/** What touches files outside of the vault; a path never crosses to the page, only handles made here do. */
export interface FileCalls {
  readonly openFiles: (request: OpenRequest) => Promise<Answer<readonly OpenedFile[]>>;
  readonly saveFile: (request: SaveRequest) => Promise<Answer<SavedFile | null>>;
  readonly openExternal: (url: string) => Promise<Answer<null>>;
  /** The path behind a handle, for the shell alone. */
  readonly findPath: (handle: string) => string | null;
  readonly toHandle: (path: string) => string;
  /** Asks where to save; null when that was cancelled. */
  readonly choosePath: (suggestedName: string) => Promise<string | null>;
  /** A plan file that came as an argument. */
  readonly openPath: (path: string) => Promise<Answer<OpenedFile>>;
}

/** What the file calls work with. */
export interface FileCallContext {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>;
  readonly shell: Pick<Shell, 'openExternal'>;
}

const planFilter = { name: shellText.planFiles, extensions: ['json'] };
const anyFilter = { name: shellText.allFiles, extensions: ['*'] };

type OpenProperty = 'openFile' | 'openDirectory' | 'multiSelections';

function toProperties({ purpose, multiple }: OpenRequest): OpenProperty[] {
  const kind: OpenProperty = purpose === 'folder' ? 'openDirectory' : 'openFile';
  return multiple ? [kind, 'multiSelections'] : [kind];
}

/** Makes the calls on files; the handles live as long as the program. */
export function makeFileCalls({ dialog, shell }: FileCallContext): FileCalls {
  const paths = new Map<string, string>();

  const toHandle = (path: string): string => {
    const handle = randomBytes(16).toString('hex');
    paths.set(handle, path);
    return handle;
  };

  const openOne = async (path: string, name: string, isPlan: boolean): Promise<Answer<OpenedFile>> => {
    const read = await readChosenFile(path, isPlan ? limits.planFileBytes : limits.openFileBytes);
    return read.ok ? ok({ handle: toHandle(path), name, bytes: read.value }) : read;
  };

  const write = async (path: string, bytes: Uint8Array): Promise<Answer<string>> => {
    try {
      await replaceFile(path, bytes);
      return ok(path);
    } catch {
      return fail({ code: 'failed', message: shellText.notWritten(basename(path)) });
    }
  };

  const choosePath = async (suggestedName: string): Promise<string | null> => {
    const chosen = await dialog.showSaveDialog({
      title: shellText.saveTitle,
      defaultPath: toSuggestedName(suggestedName),
    });
    return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
  };

  return {
    toHandle,
    choosePath,
    findPath: (handle) => paths.get(handle) ?? null,
    openPath: (path) => openOne(path, basename(path), true),
    openFiles: async (request) => {
      const isPlan = request.purpose === 'plan';
      const chosen = await dialog.showOpenDialog({
        title: isPlan
          ? shellText.planTitle
          : request.purpose === 'folder'
            ? shellText.folderTitle
            : shellText.importTitle,
        properties: toProperties(request),
        filters: isPlan ? [planFilter, anyFilter] : [anyFilter],
      });
      if (chosen.canceled) return ok([]);
      const opened: OpenedFile[] = [];
      for (const path of chosen.filePaths) {
        const names = request.purpose === 'folder' ? await listFolder(path) : [''];
        for (const name of names) {
          const file = await openOne(
            name === '' ? path : join(path, name),
            name === '' ? basename(path) : name,
            isPlan,
          );
          if (!file.ok) return file;
          opened.push(file.value);
        }
      }
      return ok(opened);
    },
    saveFile: async ({ handle, suggestedName, bytes }) => {
      let path = handle === null ? undefined : paths.get(handle);
      if (handle !== null && path === undefined)
        return fail({ code: 'bad-arguments', message: shellText.handleGone });
      if (path === undefined) {
        const chosen = await choosePath(suggestedName);
        if (chosen === null) return ok(null);
        path = chosen;
      }
      const written = await write(path, bytes);
      if (!written.ok) return written;
      return ok({ handle: handle ?? toHandle(path), name: basename(path) });
    },
    openExternal: async (url) => {
      const address = toExternalUrl(url);
      if (address === null) return fail({ code: 'not-allowed', message: shellText.onlyHttps });
      const { response } = await dialog.showMessageBox({
        type: 'question',
        message: shellText.leaveRehome(new URL(address).host),
        detail: address,
        buttons: [shellText.cancel, shellText.openLink],
        cancelId: 0,
        defaultId: 0,
      });
      if (response === 1) await shell.openExternal(address);
      return ok(null);
    },
  };
}
