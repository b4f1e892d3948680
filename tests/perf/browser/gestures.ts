import type { Contestant, Point } from './contestants.ts';
import { frameCategories } from './open-browser.ts';
import { readFrames, type FrameFacts } from './read-frames.ts';

/** What a hand does on a map. */
export const gestures = [
  'pan in overview',
  'zoom in overview',
  'drag in overview',
  'pan near',
  'drag near',
] as const;

export type Gesture = (typeof gestures)[number];

/** A hand moves so often, in ms: more often than a display shows. */
const paceMs = 8;

type MouseInput = {
  readonly type: 'mouseMoved' | 'mousePressed' | 'mouseReleased' | 'mouseWheel';
  readonly deltaX?: number;
  readonly deltaY?: number;
  readonly modifiers?: number;
  readonly buttons?: number;
  readonly button?: 'left';
  readonly clickCount?: number;
};

/** Sends an input and does not wait for the page. */
function send({ open }: Contestant, { x, y }: Point, event: MouseInput): Promise<unknown> {
  return open.input.send('Input.dispatchMouseEvent', { ...event, x, y });
}

/** Does something at the pace of a hand for a while, then waits until the page has had all of it. */
async function keepMoving(ms: number, move: (step: number) => Promise<unknown>): Promise<void> {
  const sent: Promise<unknown>[] = [];
  const start = performance.now();
  for (let step = 0; performance.now() - start < ms; step += 1) {
    sent.push(move(step));
    const next = start + (step + 1) * paceMs - performance.now();
    await new Promise((resolve) => {
      setTimeout(resolve, Math.max(0, next));
    });
  }
  await Promise.all(sent);
}

const ctrl = 2;

function turn(contestant: Contestant, at: Point, ms: number, isZoom: boolean): Promise<void> {
  return keepMoving(ms, (step) => {
    const away = isZoom
      ? { deltaX: 0, deltaY: Math.cos(step / 12) * -24, modifiers: ctrl }
      : { deltaX: Math.sin(step / 8) * 40, deltaY: Math.cos(step / 8) * 30 };
    return send(contestant, at, { type: 'mouseWheel', ...away });
  });
}

/** Holds the button and goes around in a circle that ends where it began. */
async function carry(contestant: Contestant, at: Point, ms: number): Promise<void> {
  const circle = (step: number): Point => ({
    x: at.x + Math.sin(step / 20) * 60,
    y: at.y + (1 - Math.cos(step / 20)) * 60,
  });
  await keepMoving(ms, (step) =>
    send(contestant, circle(step), { type: 'mouseMoved', buttons: 1, button: 'left' }),
  );
}

async function press(contestant: Contestant, at: Point): Promise<void> {
  await send(contestant, at, { type: 'mouseMoved' });
  await contestant.open.page.waitForTimeout(60);
  await send(contestant, at, { type: 'mousePressed', button: 'left', buttons: 1, clickCount: 1 });
}

/** Puts what is carried back where it was and lets go: a drop is another row's matter. */
async function letGo(contestant: Contestant, at: Point): Promise<void> {
  await send(contestant, at, { type: 'mouseMoved', buttons: 1, button: 'left' });
  await send(contestant, at, { type: 'mouseReleased', button: 'left', clickCount: 1 });
  await contestant.open.page.waitForTimeout(300);
}

/** Goes where a gesture is made. */
export async function goTo(contestant: Contestant, gesture: Gesture): Promise<void> {
  await (gesture.endsWith('overview') ? contestant.showAll() : contestant.goNear());
}

/** Makes a gesture for so many milliseconds, with what the page does just after it, and reads the trace of it. */
export async function makeGesture(
  contestant: Contestant,
  gesture: Gesture,
  ms: number,
  isFree: boolean,
): Promise<FrameFacts> {
  const { trace, page } = contestant.open;
  const [what] = gesture.split(' ');
  const isHeld = what === 'drag' || (what === 'pan' && !contestant.pansByWheel);
  const at = await (what === 'drag' ? contestant.findHandle() : contestant.findGround());
  if (isHeld) await press(contestant, at);
  const events = await trace(frameCategories, async () => {
    await (isHeld ? carry(contestant, at, ms) : turn(contestant, at, ms, what === 'zoom'));
    await page.waitForTimeout(250);
  });
  if (isHeld) await letGo(contestant, at);
  return readFrames(events, isFree);
}
