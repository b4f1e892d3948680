import { counted } from './map.ts';

function listOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** Words of what an assistant has found and the map shows before it is applied. */
export const previewText = {
  isOffered: 'The map can show it before you apply it.',
  isOnMap: 'The map shows it. Nothing has changed yet.',
  show: 'Show on the map',
  hide: 'Show the map as it is',
  /** What would change on the map. */
  sum: ({
    moved,
    added,
    gone,
    dated,
  }: Readonly<Record<'moved' | 'added' | 'gone' | 'dated', number>>): string => {
    const parts = [
      ...(moved > 0 ? [counted(moved, 'move')] : []),
      ...(added > 0 ? [`${added} new`] : []),
      ...(gone > 0 ? [`${gone} removed`] : []),
      ...(dated > 0 ? [counted(dated, 'date')] : []),
    ];
    return parts.length === 0
      ? 'Preview: nothing moves'
      : `Preview: ${listOf(parts)}. Nothing has changed yet`;
  },
} as const;
