import { describe, expect, it } from 'vitest';
import { readFrames, refreshMs, type TraceEvent } from '../../perf/browser/read-frames.ts';
import { readFirstPaint, readPicture } from '../../perf/browser/read-marks.ts';

const page = { pid: 10, tid: 1 };
const worker = { pid: 10, tid: 2 };
const screen = { pid: 20, tid: 1 };
const other = { pid: 30, tid: 1 };

type Where = Pick<TraceEvent, 'pid' | 'tid'>;

function at(ms: number, name: string, where: Where, more: Partial<TraceEvent> = {}): TraceEvent {
  return { name, ph: 'X', ts: ms * 1000, args: {}, ...where, ...more };
}

const threads = [
  at(0, 'thread_name', page, { ph: 'M', args: { name: 'CrRendererMain' } }),
  at(0, 'thread_name', other, { ph: 'M', args: { name: 'CrRendererMain' } }),
  at(0, 'thread_name', worker, { ph: 'M', args: { name: 'DedicatedWorker thread' } }),
  at(0, 'thread_name', screen, { ph: 'M', args: { name: 'VizCompositorThread' } }),
];

const move = (ms: number): TraceEvent =>
  at(ms, 'EventDispatch', page, { args: { data: { type: 'pointermove' } } });

/** A refresh of the display, with the time that it stands for, and a picture some ms after. */
function refresh(count: number, late: number | null): TraceEvent[] {
  const time = count * refreshMs;
  const begin = at(time + 0.3, 'DisplayScheduler::BeginFrame', screen, {
    args: { args: { frame_time_us: time * 1000 } },
  });
  return late === null ? [begin] : [begin, at(time + late, 'Display::DrawAndSwap', screen)];
}

const inTime = [0, 1, 2, 3, 4, 5].flatMap((count) => refresh(count, count % 2 === 0 ? 2 : 11));

describe('the frames of a trace', () => {
  it('are whole refreshes of the display, whenever in them the picture was made', () => {
    const { frames } = readFrames([...threads, move(1), ...inTime, move(70)], false);
    expect(frames).toHaveLength(5);
    for (const frame of frames) expect(frame).toBeCloseTo(refreshMs, 6);
  });

  it('are as long as they stayed when a refresh had no picture', () => {
    const events = [0, 1, 2, 3, 4, 5].flatMap((count) =>
      refresh(count, count === 2 || count === 3 ? null : 2),
    );
    const { frames } = readFrames([...threads, move(1), ...events, move(70)], false);
    expect(frames.map((frame) => Math.round(frame / refreshMs))).toEqual([1, 3, 1]);
  });

  it('end with the picture of the last movement: what the page does at rest is not a frame', () => {
    const late = refresh(40, 2);
    const { frames } = readFrames([...threads, move(1), ...inTime, ...late, move(40)], false);
    expect(frames.map((frame) => Math.round(frame / refreshMs))).toEqual([1, 1, 1]);
  });

  it('count a picture of a page that draws in a worker only when the worker drew', () => {
    const drawn = [1, 60].map((ms) => at(ms, 'CanvasResourceDispatcher::DispatchFrame', worker));
    const { frames } = readFrames([...threads, move(0), ...inTime, ...drawn, move(80)], false);
    expect(frames.map((frame) => Math.round(frame / refreshMs))).toEqual([3]);
  });

  it('are the times between pictures where the display has no rate', () => {
    const pictures = [10, 13, 19].map((ms) => at(ms, 'Display::DrawAndSwap', screen));
    expect(readFrames([...threads, move(9), ...pictures, move(15)], true).frames).toEqual([3, 6]);
  });

  it('take all of the gesture when no picture came before its end', () => {
    const pictures = [at(700, 'Display::DrawAndSwap', screen)];
    expect(readFrames([...threads, move(100), move(200), ...pictures], true).frames).toEqual([600]);
  });

  it('come with the long tasks of the page alone', () => {
    const tasks = [
      at(3, 'RunTask', page, { dur: 49_000 }),
      at(60, 'RunTask', page, { dur: 51_000 }),
      at(70, 'RunTask', other, { dur: 90_000 }),
      at(70, 'RunTask', worker, { dur: 90_000 }),
    ];
    const { longTasks, longest } = readFrames([...threads, move(1), ...inTime, ...tasks, move(70)], false);
    expect(longTasks).toEqual([51]);
    expect(longest).toBe(51);
  });

  it('are refused where nothing was moved', () => {
    expect(() => readFrames([...threads, ...inTime], false)).toThrow(/no movement/u);
  });
});

describe('the marks of a trace', () => {
  const pictures = [5, 30, 52].map((ms) => at(ms, 'Display::DrawAndSwap', screen));

  it('give the time to the first picture after the mark that the page set when it was made', () => {
    const marks = [at(12, 'data', page), at(1, 'made', worker), at(31, 'made', worker)].sort(
      (a, b) => a.ts - b.ts,
    );
    expect(readPicture([...threads, ...marks, ...pictures], 'data', 'made')).toBe(40);
    expect(() => readPicture([...threads, ...marks, ...pictures], 'data', 'never')).toThrow(
      /no mark "never"/u,
    );
    expect(() => readPicture([...threads, ...marks], 'data', 'made')).toThrow(/no picture/u);
  });

  it('give the first paint from the start of the navigation of the same frame', () => {
    const events = [
      at(2, 'navigationStart', page, { args: { frame: 'A' } }),
      at(3, 'navigationStart', page, { args: { frame: 'B' } }),
      at(45, 'firstContentfulPaint', page, { args: { frame: 'A' } }),
    ];
    expect(readFirstPaint(events)).toBe(43);
    expect(() => readFirstPaint(events.slice(0, 2))).toThrow(/painted nothing/u);
  });
});
