import type { Page } from '@playwright/test';

/** What pages did that they must never do, and what they asked for. */
export interface PageWatch {
  readonly add: (page: Page) => void;
  /** Violations of the page's own policy, in the words of the browser. */
  readonly violations: readonly string[];
  /** Requests that went, or would have gone, to somebody else. */
  readonly strangers: readonly string[];
  /** How many requests there were. */
  readonly requests: () => number;
}

/** Addresses that lead nowhere but into the page itself. */
const inside = /^(?:blob|data|about|file|devtools|chrome-error):/u;

/** Watches pages from now on. */
export function makePageWatch(): PageWatch {
  const violations: string[] = [];
  const strangers: string[] = [];
  let count = 0;
  return {
    violations,
    strangers,
    requests: () => count,
    add: (page) => {
      page.on('console', (message) => {
        if (/violates the following Content Security Policy|requires 'Trusted/iu.test(message.text()))
          violations.push(message.text());
      });
      page.on('request', (request) => {
        count += 1;
        const address = request.url();
        if (inside.test(address)) return;
        const { hostname } = new URL(address);
        if (hostname !== '127.0.0.1' && !/^rehome(?:\.|$)/u.test(hostname)) strangers.push(address);
      });
    },
  };
}
