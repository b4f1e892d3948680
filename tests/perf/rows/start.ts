import type { Plan } from '#core/model/plan.ts';
import { frameCategories, openBrowser, type OpenBrowser } from '../browser/open-browser.ts';
import { readFirstPaint, readOpened } from '../browser/read-marks.ts';
import { startRehome } from '../browser/rehome.ts';
import { servePages } from '../browser/serve-pages.ts';
import { makePlan } from '../estates.ts';
import type { TraceEvent } from '../browser/read-frames.ts';
import { measureInTurn, toLine, type Bench, type Line } from '../measure.ts';

/** Loads an address in a browser that was just started and has nothing in its cache, and reads what the trace says. */
async function coldly(
  address: string,
  read: (events: readonly TraceEvent[]) => number,
  prepare: (open: OpenBrowser) => Promise<void> = async () => {},
  wait: (open: OpenBrowser) => Promise<void> = async () => {},
): Promise<number> {
  const open = await openBrowser();
  try {
    // The first page of a browser pays for the start of its processes: that is not the page's own.
    await open.page.goto('data:text/html,ready');
    await prepare(open);
    const events = await open.trace([...frameCategories], async () => {
      await open.page.goto(address, { waitUntil: 'load' });
      await wait(open);
      await open.page.waitForTimeout(500);
    });
    return read(events);
  } finally {
    await open.close();
  }
}

/** The tab remembers which plan it showed: as after a reload, the page opens it by itself. */
function rememberPlan(plan: Plan, address: string) {
  return async ({ page }: OpenBrowser): Promise<void> => {
    await page.addInitScript(
      `if (location.origin === ${JSON.stringify(new URL(address).origin)}) sessionStorage.setItem('rehome-open-plan', ${JSON.stringify(plan.id)})`,
    );
  };
}

/** P14: the first paint, and a map of 1,000 servers. */
export async function measureStart({ quick }: Bench): Promise<Line[]> {
  const plan = makePlan(1000);
  const host = await startRehome(plan);
  const pages = await servePages('{}');
  try {
    const paint = (address: string) => () => coldly(address, readFirstPaint);
    const found = await measureInTurn(
      {
        own: paint(host.link),
        hello: paint(pages.address('hello')),
        plain: paint(pages.address('static')),
        map: () =>
          coldly(
            host.link,
            (events) => readOpened(events, 'rehome:picture'),
            rememberPlan(plan, host.link),
            async ({ page }) => {
              await page.locator('.react-flow').waitFor({ timeout: 60_000 });
              await page
                .getByText(/ checked$/u)
                .first()
                .waitFor({ timeout: 60_000 });
            },
          ),
      },
      quick ? 3 : 9,
      1,
      60_000,
    );
    const line = (what: string, ours: typeof found.own, times: number): Line =>
      toLine({
        what,
        ours,
        peer: 'hello in React',
        theirs: found.hello,
        target: `at most ${times} times the hello page`,
        met: ours.median <= times * found.hello.median,
        note: `${(ours.median / found.hello.median).toFixed(2)} times the hello page`,
      });
    return [
      line('first paint', found.own, 1.05),
      toLine({ what: 'first paint', ours: found.own, peer: 'a static page', theirs: found.plain }),
      line('a map of 1,000 servers on the screen', found.map, 1.25),
    ];
  } finally {
    pages.close();
    await host.close();
  }
}
