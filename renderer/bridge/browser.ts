import type { Bridge } from '#core/contract/bridge.ts';
import { fail, ok } from '#core/base/result.ts';
import { toExternalUrl } from '#core/contract/external-url.ts';
import { bridgeText } from '#text/bridge.ts';
import { downloadFile } from './download-file.ts';
import { makeHostCall } from './host-call.ts';
import { pickFiles } from './pick-files.ts';
import { takeToken } from './token.ts';

/** The bridge of browser mode: plans go to the host over HTTP, files over the browser's own chooser and downloads. */
export function createBrowserBridge(): Bridge {
  const call = makeHostCall(takeToken());
  return {
    mode: 'browser',
    listPlans: () => call('listPlans', null),
    loadPlan: (planId) => call('loadPlan', { planId }),
    loadNewer: (planId) => call('loadNewer', { planId }),
    writeCheckpoint: (request) => call('writeCheckpoint', request),
    appendJournal: (request) => call('appendJournal', request),
    listVersions: (planId) => call('listVersions', { planId }),
    loadVersion: (request) => call('loadVersion', request),
    deletePlan: (planId) => call('deletePlan', { planId }),
    readSettings: () => call('readSettings', null),
    writeSetting: (request) => call('writeSetting', request),
    openFiles: (request) => pickFiles(request),
    saveFile: async ({ suggestedName, bytes }) => {
      downloadFile(suggestedName, bytes);
      return ok({ handle: null, name: suggestedName });
    },
    linkedFiles: null,
    openExternal: async (url) => {
      const checked = toExternalUrl(url);
      if (checked === null) return fail({ code: 'not-allowed', message: bridgeText.onlyHttps });
      globalThis.open(checked, '_blank', 'noopener,noreferrer');
      return ok(null);
    },
    where: () => call('where', null),
    readLock: () => call('readLock', null),
    unlock: (secret) => call('unlock', { secret }),
    changePassphrase: (request) => call('changePassphrase', request),
    watch: () => () => {},
    finishClosing: async () => ok(null),
  };
}
