import type { Page } from '@playwright/test';

/** What a call of the bridge answers, looked at field by field. */
export interface Reply {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string };
}

/** Makes a call of the bridge from inside the page, by the way that this shell has. */
export function callFromPage(page: Page, name: string, request: unknown): Promise<Reply> {
  return page.evaluate(
    async ([callName, body]) => {
      const shell = Reflect.get(globalThis, 'rehome') as
        | { call: Record<string, (request: unknown) => Promise<unknown>> }
        | undefined;
      if (shell !== undefined) return (await shell.call[callName]?.(body)) as Reply;
      const answer = await fetch(`/api/${callName}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Rehome-Token': sessionStorage.getItem('rehome-token') ?? '',
        },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as Reply;
    },
    [name, request] as const,
  );
}
