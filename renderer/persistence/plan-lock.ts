let release: (() => void) | null = null;

/**
 * Takes the lock of a plan for this window and gives back the one held before. Answers false when another window holds
 * it. Without Web Locks every window may write; the vault's compare-and-set still refuses the later one.
 */
export async function holdPlan(planId: string): Promise<boolean> {
  release?.();
  release = null;
  if (!('locks' in navigator)) return true;
  return await new Promise<boolean>((resolve) => {
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
