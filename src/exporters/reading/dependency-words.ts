import { assertNever } from '#core/base/assert-never.ts';
import type { DependencyType } from '#core/model/dependency.ts';

/** What `from` does to `to`, as a verb that fits between two names. */
export function toDependencyVerb(type: DependencyType): string {
  switch (type) {
    case 'connects':
      return 'connects to';
    case 'uses':
      return 'uses';
    case 'replicates':
      return 'replicates';
    case 'backs-up-to':
      return 'backs up to';
    case 'stores-in':
      return 'stores in';
    case 'proxies':
      return 'proxies to';
    case 'reaches-through':
      return 'is reached through';
    case 'monitors':
      return 'monitors';
    case 'manages':
      return 'manages';
    case 'deploys':
      return 'deploys to';
    case 'notifies':
      return 'notifies';
    default:
      return assertNever(type);
  }
}

const incoming: Readonly<Record<DependencyType, string>> = {
  connects: 'connect to it',
  uses: 'use it',
  replicates: 'replicate it',
  'backs-up-to': 'back up to it',
  'stores-in': 'store in it',
  proxies: 'proxy to it',
  'reaches-through': 'are reached through it',
  monitors: 'monitor it',
  manages: 'manage it',
  deploys: 'deploy to it',
  notifies: 'notify it',
};

/** What several things do to one, as words after their number: `20 are reached through it`. */
export function toIncomingVerb(type: DependencyType): string {
  return incoming[type];
}
