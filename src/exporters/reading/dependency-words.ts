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
