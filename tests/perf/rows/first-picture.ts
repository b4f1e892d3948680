import type { Plan } from '#core/model/plan.ts';
import { peerNames, type PeerPage } from '../browser/contestants.ts';
import { frameCategories, openBrowser } from '../browser/open-browser.ts';
import { readPicture } from '../browser/read-marks.ts';
import { openRehome, startRehome } from '../browser/rehome.ts';
import { servePages, type PageServer } from '../browser/serve-pages.ts';
import { toGraph } from '../browser/to-graph.ts';
import { makePlan } from '../estates.ts';
import { measureInTurn, toLine, type Bench, type Line } from '../measure.ts';

/** Opens the plan in a browser that was just started; the time from the plan in memory to its picture. */
async function openOnce(link: string, plan: Plan): Promise<number> {
  const open = await openBrowser();
  try {
    return readPicture(
      await open.trace(frameCategories, () => openRehome(open, link, plan)),
      'rehome:plan',
      'rehome:picture',
    );
  } finally {
    await open.close();
  }
}

async function openPeerOnce(pages: PageServer, page: PeerPage): Promise<number> {
  const open = await openBrowser();
  try {
    const events = await open.trace(frameCategories, async () => {
      await open.page.goto(pages.address(page), { timeout: 120_000 });
      await open.page.waitForFunction('window.hand !== undefined', undefined, { timeout: 120_000 });
      // The mark is set in the next frame. A page is given its fourth frame after that only when the first is on its way to the
      // screen, however long it takes to be drawn there.
      await open.page.evaluate(`new Promise((done) => {
        let left = 5;
        const next = () => ((left -= 1) === 0 ? done() : requestAnimationFrame(next));
        requestAnimationFrame(next);
      })`);
      await open.page.waitForTimeout(1000);
    });
    return readPicture(events, 'in-memory', 'made');
  } finally {
    await open.close();
  }
}

const wanted: Readonly<Partial<Record<PeerPage, number>>> = { 'react-flow': 150, cytoscape: 80 };

/** P3: from a plan in memory to a picture of it. */
export async function measureFirstPicture({ quick }: Bench): Promise<Line[]> {
  const plan = makePlan(10_000);
  const host = await startRehome(plan);
  const pages = await servePages(JSON.stringify(toGraph(plan)));
  try {
    const figures = await measureInTurn(
      {
        own: () => openOnce(host.link, plan),
        'react-flow': () => openPeerOnce(pages, 'react-flow'),
        cytoscape: () => openPeerOnce(pages, 'cytoscape'),
        'vis-network': () => openPeerOnce(pages, 'vis-network'),
      },
      quick ? 3 : 7,
      quick ? 0 : 1,
      quick ? 0 : 600_000,
    );
    const { own } = figures;
    return (['react-flow', 'cytoscape', 'vis-network'] as const).map((page, at) => {
      const times = wanted[page];
      const ratio = figures[page].median / own.median;
      const isMet = (times === undefined || ratio >= times) && (at > 0 || own.median <= 100);
      return toLine({
        what: '10,000 servers, from memory to the screen',
        ours: own,
        peer: peerNames[page],
        theirs: figures[page],
        target: [at === 0 ? '100 ms' : '', times === undefined ? '' : `${times} times faster`]
          .filter(Boolean)
          .join(', '),
        met: times === undefined ? null : isMet,
        note:
          at === 0
            ? `ours lays out, checks every state and draws hosts and services too; the peers are given the positions`
            : '',
      });
    });
  } finally {
    pages.close();
    await host.close();
  }
}
