import { assertNever } from '#core/base/assert-never.ts';
import { toResourceWords } from '#core/exporters/reading/resource-words.ts';
import type { Change } from '#core/model/change.ts';
import type { FindName } from './plan-lookup.ts';

/** What a change means for its subject: as news (`moves to web02`) and as what was planned before (`moved to web02`). */
export interface FateWords {
  readonly subject: string;
  readonly now: string;
  readonly was: string;
}

/** The words for what becomes of something, by the change that does it. */
export function toFateWords(change: Change, nameOf: FindName): FateWords {
  const name = (id: string | null): string =>
    id === null ? 'no place' : (nameOf(id) ?? 'something that is gone');
  const passive = (subject: string, words: string): FateWords => ({
    subject,
    now: `is ${words}`,
    was: words,
  });
  switch (change.kind) {
    case 'move':
      return {
        subject: name(change.node),
        now: `moves to ${name(change.to)}`,
        was: `moved to ${name(change.to)}`,
      };
    case 'merge':
      return passive(name(change.node), `merged into ${name(change.into)}`);
    case 'remove':
      return passive(name(change.node), 'removed');
    case 'add':
      return passive(change.node.name, change.to === null ? 'added' : `added at ${name(change.to)}`);
    case 'resize':
      return passive(
        name(change.node),
        `resized to ${toResourceWords(change.capacity) || 'an unknown size'}`,
      );
    case 'rewire': {
      const subject = name(change.dependency);
      if (change.to === null) return { subject, now: 'ends', was: 'ended' };
      return passive(subject, change.to === undefined ? 'rewired' : `rewired to ${name(change.to)}`);
    }
    case 'hand-over':
      return { subject: name(change.handover), now: 'takes place', was: 'planned' };
    default:
      return assertNever(change);
  }
}
