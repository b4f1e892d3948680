import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { findChromium } from '#support/find-chromium.ts';
import type { TraceEvent } from './read-frames.ts';

/** The window that everything is measured in. */
export const windowSize = { width: 1280, height: 800 } as const;

/** A Chromium of its own with one page, and the session that its trace comes from. */
export interface OpenBrowser {
  readonly browser: Browser;
  readonly page: Page;
  /** Sends input without waiting for the page, as a hand does. */
  readonly input: CDPSession;
  readonly trace: (categories: readonly string[], work: () => Promise<void>) => Promise<TraceEvent[]>;
  readonly close: () => Promise<void>;
}

/** What frames, tasks, input and marks need; nothing that would slow the page down. */
export const frameCategories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'loading',
  'blink',
  'viz',
] as const;

/** Records a trace of the whole browser, also of the process that puts pictures on the screen; by time. */
async function recordTrace(
  session: CDPSession,
  categories: readonly string[],
  work: () => Promise<void>,
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly unknown[] }): void => {
    for (const event of value) if (isTraceEvent(event)) events.push(event);
  };
  session.on('Tracing.dataCollected', collect);
  const traceConfig = { recordMode: 'recordAsMuchAsPossible' as const, includedCategories: [...categories] };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  try {
    await work();
  } finally {
    const complete = new Promise<void>((resolve) => {
      session.once('Tracing.tracingComplete', () => resolve());
    });
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', collect);
  }
  return events.sort((a, b) => a.ts - b.ts);
}

function isTraceEvent(value: unknown): value is TraceEvent {
  return typeof value === 'object' && value !== null && 'name' in value && 'ts' in value && 'pid' in value;
}

/** Opens a Chromium. A free one shows pictures as fast as they are made, for comparing what lies beyond the display's rate. */
export async function openBrowser({ isFree = false } = {}): Promise<OpenBrowser> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(isFree ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : []),
    ],
  });
  const context = await browser.newContext({ viewport: windowSize });
  const page = await context.newPage();
  const session = await browser.newBrowserCDPSession();
  return {
    browser,
    page,
    input: await context.newCDPSession(page),
    trace: (categories, work) => recordTrace(session, categories, work),
    close: () => browser.close(),
  };
}
