import type { Bridge } from '#core/contract/bridge.ts';
import { createBridge } from './create-bridge.ts';

let made: Bridge | null = null;

/** The one bridge of this window. */
export function getBridge(): Bridge {
  made ??= createBridge();
  return made;
}
