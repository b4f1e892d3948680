import type { DependencyType } from '#core/model/dependency.ts';
import styles from './EdgeLayer.module.css';

/** The class that draws the line of a type: dashes, dots, a double line. */
export function lineClass(type: DependencyType | null): string {
  switch (type) {
    case 'backs-up-to':
    case 'stores-in':
      return styles['long'] ?? '';
    case 'manages':
    case 'deploys':
      return styles['dashDot'] ?? '';
    case 'monitors':
    case 'notifies':
      return styles['dots'] ?? '';
    case 'replicates':
      return styles['double'] ?? '';
    case 'connects':
    case 'uses':
    case 'proxies':
    case 'reaches-through':
    case null:
      return '';
    default:
      return type satisfies never;
  }
}
