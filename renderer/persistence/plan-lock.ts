let release: (() => void) | null = null;

/** A page that was just loaded again may still hold its lock for a moment. */
const tries = 5;
const pauseMs = 120;

function tryLock(planId: string): Promise<boolean> {
  return new Promise<boolean>((resolve) => {
    navigator.locks
      .request(`rehome-plan-${planId}`, { ifAvailable: true }, async (lock) => {
        resolve(lock !== null);
        if (lock === null) return;
        await new Promise<void>((done) => {
          release = done;
        });
      })
      .catch(() => resolve(true));
  });
}

/**
 * Takes the lock of a plan for this window and gives back the one held before. Answers false when another window holds
 * it. Without Web Locks every window may write; the vault's compare-and-set still refuses the later one.
 */
export async function holdPlan(planId: string): Promise<boolean> {
  releasePlan();
  if (!('locks' in navigator)) return true;
  for (let left = tries; left > 0; left -= 1) {
    if (await tryLock(planId)) return true;
    if (left > 1) await new Promise((done) => setTimeout(done, pauseMs));
  }
  return false;
}

/** Gives the held plan back, so that another window may write it. */
export function releasePlan(): void {
  release?.();
  release = null;
}
