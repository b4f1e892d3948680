import { createBridge } from '#bridge/create-bridge.ts';
import type { Bridge } from '#core/contract/bridge.ts';

let made: Bridge | null = null;

/** The one bridge of this window. */
export function getBridge(): Bridge {
  made ??= createBridge();
  return made;
}
