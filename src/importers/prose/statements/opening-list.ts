import { expandHostRange } from './host-ranges.ts';
import { isTyped, machineShape } from './names.ts';

/** A name in the list that opens a text; all names of a range stand at the same place. */
interface ListedName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly ranged: boolean;
}

const head =
  /^\s*["'“`*]*([\w.[\]{}:-]{2,80}(?:["'”`*]*(?:\s*,\s*|\s*\/\s*|\s+(?:and|und|&|\+)\s+)["'“`*]*[\w.[\]{}:-]{2,80}){0,11}?)["'”`*]*\s*(?=:(?:\s|$)|\s[-–—]\s|\(|->|$)/u;

/** The machines with which a text opens ("web1, web2: nginx", "web01-web04 - nginx"); `null` when fewer than two open it. */
export function readOpeningList(plain: string): ListedName[] | null {
  const list = head.exec(plain.slice(0, 400))?.[1];
  if (list === undefined) return null;
  const start = plain.indexOf(list);
  const parts = list.split(/(["'“”`*]*(?:\s*,\s*|\s*\/\s*|\s+(?:and|und|&|\+)\s+)["'“”`*]*)/u);
  let at = start;
  const names = parts.flatMap((part, index): ListedName[] => {
    const from = at;
    at += part.length;
    const word = part.replace(/[.:]+$/u, '');
    if (index % 2 === 1 || word === '') return [];
    const members = expandHostRange(word);
    const place = { from, to: from + word.length };
    return (members ?? [word]).map((name) => ({ name, ...place, ranged: members !== null }));
  });
  const fits = names.every(
    ({ name }) => !isTyped(name) && ['numbered', 'hyphened'].includes(machineShape(name)),
  );
  return names.length > 1 && names.length <= 64 && fits ? names : null;
}
