import type { Plan } from '#core/model/plan.ts';
import { openOurs, openPeer, type Contestant, type PeerPage } from '../browser/contestants.ts';
import { gestures, goTo, makeGesture, type Gesture } from '../browser/gestures.ts';
import { refreshMs, type FrameFacts } from '../browser/read-frames.ts';
import { servePages } from '../browser/serve-pages.ts';
import { toGraph } from '../browser/to-graph.ts';
import { makePlan } from '../estates.ts';
import { toFigure, toLine, type Bench, type Figure, type Line } from '../measure.ts';

interface Measured {
  readonly frames: Figure;
  readonly longest: number;
  readonly longTasks: number;
}

function toMeasured(runs: readonly FrameFacts[]): Measured {
  return {
    frames: { ...toFigure(runs.flatMap(({ frames }) => frames)), runs: runs.length },
    longest: Math.max(...runs.map(({ longest }) => longest)),
    longTasks: runs.reduce((sum, { longTasks }) => sum + longTasks.length, 0),
  };
}

/** One gesture of each contestant in turn, run after run. */
async function inTurn(
  contestants: readonly Contestant[],
  gesture: Gesture,
  { runs, ms, isFree }: { readonly runs: number; readonly ms: number; readonly isFree: boolean },
): Promise<Measured[]> {
  const facts = contestants.map((): FrameFacts[] => []);
  for (const contestant of contestants) await goTo(contestant, gesture);
  for (let run = -1; run < runs; run += 1)
    for (const [at, contestant] of contestants.entries()) {
      const found = await makeGesture(contestant, gesture, ms, isFree);
      if (run >= 0) facts[at]?.push(found);
    }
  return facts.map(toMeasured);
}

interface Opening {
  readonly plan: Plan;
  readonly peers: readonly PeerPage[];
  readonly isFree: boolean;
}

/** Opens ours and the peers, works with them, and closes them. */
async function withContestants<T>(
  { plan, peers, isFree }: Opening,
  work: (contestants: readonly Contestant[]) => Promise<T>,
): Promise<T> {
  const pages = await servePages(JSON.stringify(toGraph(plan)));
  const opened: Contestant[] = [];
  try {
    opened.push(await openOurs(plan, isFree));
    for (const peer of peers) opened.push(await openPeer(pages, peer, isFree));
    return await work(opened);
  } finally {
    for (const each of opened) await each.close();
    pages.close();
  }
}

/** A frame that takes one refresh of the display is in time; rounding must not make it late. */
const inTime = refreshMs + 0.1;

function toFrameLines(
  servers: string,
  gesture: Gesture,
  found: readonly Measured[],
  names: readonly string[],
): Line[] {
  const [ours, ...theirs] = found;
  if (ours === undefined) return [];
  const isMet = ours.frames.p95 <= inTime && ours.longTasks === 0;
  const floor = theirs[names.indexOf('an empty page')];
  const isLoaded = floor !== undefined && floor.frames.p95 > inTime;
  const tasks = `longest task ${ours.longest.toFixed(0)} ms, ${ours.longTasks} over 50 ms in ${ours.frames.runs} runs`;
  const noise = isLoaded
    ? `; the empty page has a p95 of ${floor.frames.p95.toFixed(1)} ms beside it, so the machine was not free`
    : '';
  return theirs.map((their, at) =>
    toLine({
      what: `${servers} servers, ${gesture}`,
      ours: ours.frames,
      peer: names[at] ?? '',
      theirs: their.frames,
      target: at === 0 ? 'p95 16.7 ms, no task over 50 ms' : '',
      met: at === 0 ? isMet : null,
      note: at === 0 ? tasks + noise : '',
    }),
  );
}

/** P1: 1,000 servers, every gesture, at the rate of the display. */
export async function measureMap({ quick }: Bench): Promise<Line[]> {
  const peers: readonly PeerPage[] = ['empty'];
  return await withContestants({ plan: makePlan(1000), peers, isFree: false }, async (contestants) => {
    const lines: Line[] = [];
    const names = contestants.slice(1).map(({ name }) => name);
    for (const gesture of gestures) {
      const found = await inTurn(contestants, gesture, {
        runs: quick ? 3 : 7,
        ms: quick ? 400 : 900,
        isFree: false,
      });
      lines.push(...toFrameLines('1,000', gesture, found, names));
    }
    return lines;
  });
}

/** The gestures in which the peers are measured too. */
const compared: readonly Gesture[] = ['pan in overview', 'pan near', 'drag near'];

const wanted: Readonly<Record<string, number>> = { 'React Flow': 100, 'vis-network': 50 };

/** P2: 10,000 servers, and how much faster than the peers where the display sets no limit. */
export async function measureLargeMap({ quick }: Bench): Promise<Line[]> {
  const plan = makePlan(10_000);
  const ms = quick ? 400 : 900;
  const few = quick ? 3 : 7;
  const limited = await withContestants({ plan, peers: ['empty'], isFree: false }, async (contestants) => {
    const lines: Line[] = [];
    for (const gesture of gestures)
      lines.push(
        ...toFrameLines(
          '10,000',
          gesture,
          await inTurn(contestants, gesture, { runs: few, ms, isFree: false }),
          ['an empty page'],
        ),
      );
    return lines;
  });
  const peers: readonly PeerPage[] = ['react-flow', 'cytoscape', 'vis-network', 'empty'];
  const free = await withContestants({ plan, peers, isFree: true }, async (contestants) => {
    const lines: Line[] = [];
    for (const gesture of quick ? compared.slice(0, 1) : compared) {
      const [ours, ...theirs] = await inTurn(contestants, gesture, { runs: few, ms, isFree: true });
      if (ours === undefined) continue;
      for (const [at, their] of theirs.entries()) {
        const name = contestants[at + 1]?.name ?? '';
        const times = gesture === 'pan in overview' ? wanted[name] : undefined;
        const ratio = their.frames.median / ours.frames.median;
        lines.push(
          toLine({
            what: `10,000 servers, ${gesture}, no limit by the display`,
            ours: ours.frames,
            peer: name,
            theirs: their.frames,
            target: times === undefined ? '' : `${times} times faster`,
            met: times === undefined ? null : ratio >= times,
            note:
              times !== undefined && ratio < times
                ? `an empty page takes ${theirs.at(-1)?.frames.median.toFixed(1) ?? '?'} ms a picture in this browser`
                : '',
          }),
        );
      }
    }
    return lines;
  });
  return [...limited, ...free];
}
