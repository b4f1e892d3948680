import { openOurs, openPeer, type Contestant } from '../browser/contestants.ts';
import { readMemory, type Memory } from '../browser/read-memory.ts';
import { servePages } from '../browser/serve-pages.ts';
import { toGraph } from '../browser/to-graph.ts';
import { makePlan } from '../estates.ts';
import { toFigure, toLine, type Bench, type Line } from '../measure.ts';

async function measureOpen(opening: Promise<Contestant>): Promise<Memory> {
  const contestant = await opening;
  try {
    await contestant.open.page.waitForTimeout(1500);
    return await readMemory(contestant.open);
  } finally {
    await contestant.close();
  }
}

/** P15: what stays in memory while a plan of 10,000 servers is open. */
export async function measureMemory({ quick }: Bench): Promise<Line[]> {
  const plan = makePlan(10_000);
  const pages = await servePages(JSON.stringify(toGraph(plan)));
  const [ours, theirs]: [Memory[], Memory[]] = [[], []];
  try {
    for (let run = 0; run < (quick ? 3 : 7); run += 1) {
      ours.push(await measureOpen(openOurs(plan, false)));
      if (quick && run > 0) continue;
      theirs.push(await measureOpen(openPeer(pages, 'react-flow', false)));
    }
  } finally {
    pages.close();
  }
  const [own, other] = [ours, theirs].map((all) => ({
    heap: toFigure(all.map(({ heap }) => heap)),
    all: toFigure(all.map((each) => each.all)),
  }));
  if (own === undefined || other === undefined) return [];
  const ratio = other.heap.median / own.heap.median;
  const records = plan.nodes.size + plan.dependencies.size + plan.changes.size;
  const bytes = ((own.heap.median * 2 ** 20) / records).toFixed(0);
  const note = `ours is ${bytes} bytes a record over ${records.toLocaleString('en-US')} nodes, dependencies and changes with all findings; the other holds boxes and lines only`;
  return [
    toLine({
      what: '10,000 servers, JavaScript heap of the page',
      unit: 'MiB',
      ours: own.heap,
      peer: 'React Flow',
      theirs: other.heap,
      target: '20 times less',
      met: ratio >= 20,
      note: ratio < 20 ? note : '',
    }),
    toLine({
      what: '10,000 servers, page and workers',
      unit: 'MiB',
      ours: own.all,
      peer: 'React Flow',
      theirs: other.all,
      target: '100 MB at most',
      met: own.all.median * 1.048576 <= 100,
    }),
  ];
}
