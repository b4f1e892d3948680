import type { Plan } from '#core/model/plan.ts';
import { openBrowser, type OpenBrowser } from './open-browser.ts';
import type { PageServer } from './serve-pages.ts';
import { findLargeServer, openRehome, startRehome } from './rehome.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A program with the graph open in a browser of its own, and how a person works with it. */
export interface Contestant {
  readonly name: string;
  readonly open: OpenBrowser;
  /** Whether a turn of the wheel pans; else the ground is dragged. */
  readonly pansByWheel: boolean;
  readonly showAll: () => Promise<void>;
  /** Goes so near that names can be read. */
  readonly goNear: () => Promise<void>;
  /** Where a hand takes something to drag it. */
  readonly findHandle: () => Promise<Point>;
  readonly findGround: () => Promise<Point>;
  readonly close: () => Promise<void>;
}

/** The names of the pages of the peers. */
export const peerNames = {
  'react-flow': 'React Flow',
  cytoscape: 'Cytoscape.js',
  'vis-network': 'vis-network',
  empty: 'an empty page',
} as const;

/** The page of a peer. */
export type PeerPage = keyof typeof peerNames;

/** Opens the page of a peer and waits for its picture. */
export async function openPeer(pages: PageServer, page: PeerPage, isFree: boolean): Promise<Contestant> {
  const open = await openBrowser({ isFree });
  await open.page.goto(pages.address(page), { timeout: 120_000 });
  await open.page.waitForFunction(`window.hand !== undefined`, undefined, { timeout: 120_000 });
  const ask = async (question: string): Promise<void> => {
    await open.page.evaluate(`window.hand.${question}()`);
    await rest(open);
  };
  return {
    name: peerNames[page],
    open,
    pansByWheel: page === 'react-flow' || page === 'empty',
    showAll: () => ask('overview'),
    goNear: () => ask('readable'),
    findHandle: () => open.page.evaluate<Point>('window.hand.findNode()'),
    findGround: () => open.page.evaluate<Point>('window.hand.findGround()'),
    close: open.close,
  };
}

/** Waits until a page has shown what it was asked for, and a little longer for what it does afterwards. */
async function rest({ page }: OpenBrowser): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  await page.waitForTimeout(400);
}

/** Opens our map of a plan that is in a vault, in the built program. */
export async function openOurs(plan: Plan, isFree: boolean): Promise<Contestant> {
  const host = await startRehome(plan);
  const open = await openBrowser({ isFree });
  const { page } = open;
  await openRehome(open, host.link, plan);
  const area = await page.locator('.react-flow').boundingBox();
  if (area === null) throw new Error('the map is not on the screen');
  const server = findLargeServer(plan);
  return {
    name: 'Rehome',
    open,
    pansByWheel: true,
    showAll: async () => {
      await page.getByRole('button', { name: 'Fit the map', exact: true }).click();
      await page.waitForTimeout(700);
    },
    goNear: async () => {
      await page.keyboard.press('Control+K');
      await page.getByRole('dialog').getByRole('combobox').fill(server);
      await page.getByRole('option', { name: server }).first().click();
      await page.waitForTimeout(900);
    },
    findHandle: () => findHandle(open),
    findGround: () => Promise.resolve({ x: area.x + area.width / 2, y: area.y + area.height / 2 }),
    close: async () => {
      await open.close();
      await host.close();
    },
  };
}

/** The server in view that is nearest to the middle; from afar, where places are drawn, the place there. */
async function findHandle({ page }: OpenBrowser): Promise<Point> {
  return await page.evaluate<Point>(`(() => {
    const area = document.querySelector('.react-flow').getBoundingClientRect();
    const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
    const points = [...document.querySelectorAll('.react-flow__node-server')].map((element) => {
      const { x, y, width } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + 8 };
    });
    const away = (point) => Math.hypot(point.x - middle.x, point.y - middle.y);
    return points.reduce((best, each) => (best === null || away(each) < away(best) ? each : best), null) ?? middle;
  })()`);
}
