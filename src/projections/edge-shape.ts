import type { DependencyType } from '#core/model/dependency.ts';

/** The sign at the end of an edge as an SVG path that points right with its tip at (0, 0), and how it is drawn. */
export interface EdgeShape {
  readonly d: string;
  readonly look: 'filled' | 'open' | 'hollow';
}

/** The sign of a type of dependency; `null` is that of bundles and moves. */
export function toEdgeShape(type: DependencyType | null): EdgeShape {
  switch (type) {
    case 'proxies':
      return { d: 'M-6 -4L0 0L-6 4', look: 'open' };
    case 'replicates':
      return { d: 'M-11 -6L0 0L-11 6Z', look: 'filled' };
    case 'backs-up-to':
    case 'stores-in':
      return { d: 'M-7 -3.5H0V3.5H-7Z', look: 'filled' };
    case 'manages':
    case 'deploys':
      return { d: 'M-10 0L-5 -4L0 0L-5 4Z', look: 'hollow' };
    case 'monitors':
    case 'notifies':
      return { d: 'M-7 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0', look: 'hollow' };
    case 'connects':
    case 'uses':
    case 'reaches-through':
    case null:
      return { d: 'M-8 -4L0 0L-8 4Z', look: 'filled' };
    default:
      return type satisfies never;
  }
}
