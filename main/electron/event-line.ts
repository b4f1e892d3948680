import type { ShellEvent } from '#core/contract/bridge.ts';

/** Delivers events to the page of one window, and keeps those that come before it listens. */
export interface EventLine {
  readonly send: (event: ShellEvent) => void;
  /** The page listens now: what waited is delivered. */
  readonly start: () => void;
  readonly isStarted: () => boolean;
  /** The page is loaded, or loaded anew: what comes waits again, and what waited already still does. */
  readonly reset: () => void;
}

/** Makes an event line over what really sends. */
export function makeEventLine(deliver: (event: ShellEvent) => void): EventLine {
  let started = false;
  const waiting: ShellEvent[] = [];
  return {
    send: (event) => {
      if (started) deliver(event);
      else waiting.push(event);
    },
    start: () => {
      started = true;
      for (const event of waiting.splice(0)) deliver(event);
    },
    isStarted: () => started,
    reset: () => {
      started = false;
    },
  };
}
