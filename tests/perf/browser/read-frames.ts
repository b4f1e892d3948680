/** One event of a trace of Chromium; times are microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: Readonly<Record<string, unknown>>;
}

/** What a trace says of one gesture. */
export interface FrameFacts {
  /** Milliseconds from one picture on the screen to the next, in whole refreshes of the display where it has a rate. */
  readonly frames: readonly number[];
  /** The tasks of the page's main thread that took longer than 50 ms, in ms. */
  readonly longTasks: readonly number[];
  /** The longest task of the page's main thread, in ms. */
  readonly longest: number;
}

/** How long the display shows one picture at 60 Hz, in ms. */
export const refreshMs = 1000 / 60;

/** A task that is longer keeps a person waiting, in ms. */
const longTaskMs = 50;

const moves = new Set(['mousemove', 'pointermove', 'wheel']);
const taskNames = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

/** What stands under some keys, one in the other; `undefined` where there is nothing. */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  let at: unknown = value;
  for (const key of keys)
    at =
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([each]) => each === key)?.[1]
        : undefined;
  return at;
}

const keyOf = ({ pid, tid }: TraceEvent): string => `${pid}.${tid}`;

/** The threads with a name, by process and thread. */
function findThreads(events: readonly TraceEvent[], name: RegExp): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) =>
      event.name === 'thread_name' && name.test(String(valueAt(event.args, 'name'))) ? [keyOf(event)] : [],
    ),
  );
}

/** Events of a name on some threads, by time. */
function pick(events: readonly TraceEvent[], threads: ReadonlySet<string>, ...names: string[]): TraceEvent[] {
  return events
    .filter((event) => names.includes(event.name) && threads.has(keyOf(event)))
    .sort((a, b) => a.ts - b.ts);
}

/** The input events that a page was given. */
export function findInputs(events: readonly TraceEvent[], types: ReadonlySet<string> = moves): TraceEvent[] {
  return pick(events, findThreads(events, /^CrRendererMain$/u), 'EventDispatch').filter((event) =>
    types.has(String(valueAt(event.args, 'data', 'type'))),
  );
}

/** The tasks of the main thread of one process, by time. */
export function findTasks(events: readonly TraceEvent[], pid: number): TraceEvent[] {
  const threads = [...findThreads(events, /^CrRendererMain$/u)].filter((key) => key.startsWith(`${pid}.`));
  return pick(events, new Set(threads), ...taskNames);
}

/** When pictures came to the screen. A picture counts for a page that draws in a worker only when the worker drew anew. */
export function findPictures(
  events: readonly TraceEvent[],
  pid: number,
): { readonly at: number; readonly refresh: number }[] {
  const viz = findThreads(events, /^VizCompositorThread$/u);
  const begins = pick(events, viz, 'DisplayScheduler::BeginFrame');
  const workers = [...findThreads(events, /DedicatedWorker/u)].filter((key) => key.startsWith(`${pid}.`));
  const drawn = pick(events, new Set(workers), 'CanvasResourceDispatcher::DispatchFrame');
  const pictures: { at: number; refresh: number }[] = [];
  let [begin, canvas] = [0, 0];
  for (const { ts } of pick(events, viz, 'Display::DrawAndSwap')) {
    while ((begins[begin + 1]?.ts ?? Infinity) <= ts) begin += 1;
    const before = canvas;
    while ((drawn[canvas]?.ts ?? Infinity) <= ts) canvas += 1;
    if (drawn.length > 0 && canvas === before) continue;
    const refresh = Number(valueAt(begins[begin]?.args, 'args', 'frame_time_us') ?? ts);
    pictures.push({ at: ts, refresh });
  }
  return pictures;
}

/**
 * Reads the frames of a gesture from a trace: from the first to the last movement that the page was given, and the picture that
 * shows the last one. `isFree` says that the display had no rate: then the times of the pictures themselves count.
 */
export function readFrames(events: readonly TraceEvent[], isFree: boolean): FrameFacts {
  const inputs = findInputs(events);
  const [first, last] = [inputs[0], inputs.at(-1)];
  if (first === undefined || last === undefined) throw new Error('the page was given no movement');
  const pictures = findPictures(events, first.pid).filter(({ at }) => at >= first.ts);
  const end = pictures.findIndex(({ at }) => at >= last.ts);
  const shown = pictures.slice(0, end < 0 ? pictures.length : end + 1);
  const times = shown.map(({ at, refresh }) => (isFree ? at : refresh));
  // A page that shows nothing before the gesture is over took all of the time for its first picture.
  const start = times.length < 2 ? [first.ts, ...times] : times;
  const gaps = start.slice(1).map((time, at) => (time - (start[at] ?? 0)) / 1000);
  const whole = gaps.map((gap) => Math.round(gap / refreshMs) * refreshMs).filter((gap) => gap > 0);
  const tasks = findTasks(events, first.pid).map(({ dur }) => (dur ?? 0) / 1000);
  return {
    frames: isFree ? gaps : whole,
    longTasks: tasks.filter((task) => task > longTaskMs),
    longest: Math.max(0, ...tasks),
  };
}
