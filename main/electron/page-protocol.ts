import type { Protocol } from 'electron';
import { securityHeaders } from '#core/contract/security-policy.ts';
import { readPageFile } from '#main/web/static-files.ts';
import { isOwnAddress, pageScheme } from './origin.ts';

function refuse(status: number): Response {
  return new Response(`${status}\n`, {
    status,
    headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

/** Answers a request of the page for one of its own parts: GET only, and only files of the built page. */
export async function answerPageRequest(folder: string, request: Request): Promise<Response> {
  if (request.method !== 'GET') return refuse(405);
  if (!isOwnAddress(request.url)) return refuse(404);
  const { pathname } = new URL(request.url);
  const file = await readPageFile(folder, pathname);
  if (file === null) return refuse(404);
  return new Response(Buffer.from(file.bytes), {
    status: 200,
    headers: { ...securityHeaders, 'Content-Type': file.type },
  });
}

/** Tells Electron about the scheme; has to happen before the app is ready. */
export function registerPageScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page under `app://rehome/`. */
export function servePage(protocol: Protocol, folder: string): void {
  protocol.handle(pageScheme, (request) => answerPageRequest(folder, request));
}
