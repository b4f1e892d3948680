let release: (() => void) | null = null;
let heldChannel: BroadcastChannel | null = null;

/** A page that was just loaded again may still hold its lock for a moment. */
const tries = 5;
const pauseMs = 120;
/** How long the other window gets to store what it has, before its plan is taken. */
const patienceMs = 3000;

const toName = (planId: string): string => `rehome-plan-${planId}`;

/** What a window does when another one wants the plan that it holds. */
export interface PlanHolder {
  /** Store what is pending; then the plan is given away. */
  readonly onAsked: () => Promise<void>;
  /** The plan is another window's now. */
  readonly onLost: () => void;
}

function requestLock(planId: string, options: LockOptions, holder: PlanHolder): Promise<boolean> {
  return new Promise<boolean>((resolve) => {
    let isHeld = false;
    navigator.locks
      .request(toName(planId), options, async (lock) => {
        if (lock === null) {
          resolve(false);
          return;
        }
        isHeld = true;
        resolve(true);
        await new Promise<void>((done) => {
          release = done;
        });
      })
      .catch(() => {
        // Refused before it was held (it waited too long), or stolen while it was.
        if (isHeld) holder.onLost();
        resolve(false);
      });
  });
}

async function giveAway(channel: BroadcastChannel, holder: PlanHolder): Promise<void> {
  await holder.onAsked();
  if (heldChannel !== channel) return;
  releasePlan();
  holder.onLost();
}

/** Listens for other windows that want the plan. */
function listen(planId: string, holder: PlanHolder): void {
  heldChannel?.close();
  const channel = new BroadcastChannel(toName(planId));
  heldChannel = channel;
  channel.addEventListener('message', (event) => {
    if (event.data !== 'give' || heldChannel !== channel) return;
    void giveAway(channel, holder);
  });
}

/**
 * Takes the lock of a plan for this window and gives back the one held before. Answers false when another window holds
 * it. Without Web Locks every window may write; the vault's compare-and-set still refuses the later one.
 */
export async function holdPlan(planId: string, holder: PlanHolder): Promise<boolean> {
  releasePlan();
  if (!('locks' in navigator)) return true;
  for (let left = tries; left > 0; left -= 1) {
    if (await requestLock(planId, { ifAvailable: true }, holder)) {
      listen(planId, holder);
      return true;
    }
    if (left > 1) await new Promise((done) => setTimeout(done, pauseMs));
  }
  return false;
}

/** Takes a plan from the window that holds it: that one is asked to store and let go, and when it does not answer it loses the lock. */
export async function takePlan(planId: string, holder: PlanHolder): Promise<void> {
  releasePlan();
  if (!('locks' in navigator)) return;
  const channel = new BroadcastChannel(toName(planId));
  channel.postMessage('give');
  const isGiven = await requestLock(planId, { signal: AbortSignal.timeout(patienceMs) }, holder);
  channel.close();
  if (!isGiven) await requestLock(planId, { steal: true }, holder);
  listen(planId, holder);
}

/** Gives the held plan back, so that another window may write it. */
export function releasePlan(): void {
  heldChannel?.close();
  heldChannel = null;
  release?.();
  release = null;
}
