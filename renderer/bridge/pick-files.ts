import type { Answer, OpenedFile, OpenRequest } from '#core/contract/bridge.ts';
import { fail, ok } from '#core/base/result.ts';
import { bridgeText } from '#text/bridge.ts';

async function readFiles(files: readonly File[]): Promise<Answer<readonly OpenedFile[]>> {
  try {
    const opened = await Promise.all(
      files.map(async (file) => ({
        handle: null,
        name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
    return ok(opened);
  } catch {
    return fail({ code: 'failed', message: bridgeText.notReadable });
  }
}

/** Lets the person choose files with the browser's own chooser; an empty list when it was cancelled. */
export function pickFiles(request: OpenRequest): Promise<Answer<readonly OpenedFile[]>> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = request.multiple;
    input.hidden = true;
    if (request.purpose === 'folder') input.webkitdirectory = true;
    if (request.purpose === 'plan') input.accept = '.json,application/json';
    const finish = (files: readonly File[]): void => {
      input.remove();
      resolve(readFiles(files));
    };
    input.addEventListener('change', () => finish([...(input.files ?? [])]));
    input.addEventListener('cancel', () => finish([]));
    document.body.append(input);
    input.click();
  });
}
