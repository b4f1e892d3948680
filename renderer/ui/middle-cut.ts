/** A text of at most `max` characters: the start and the end of a longer one, with an ellipsis between. */
export function toMiddleCut(text: string, max: number): string {
  const characters = Array.from(text);
  if (characters.length <= max || max < 3) return text;
  const end = Math.floor((max - 1) / 2);
  const start = max - 1 - end;
  return `${characters.slice(0, start).join('')}…${characters.slice(characters.length - end).join('')}`;
}
