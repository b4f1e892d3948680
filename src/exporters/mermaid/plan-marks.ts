import type { PlanPart, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { BoxMark, PictureEdge } from './picture.ts';

/** What the plan does to a box, as a mark and in words. */
export interface PlanMark {
  readonly mark: BoxMark;
  readonly words: string;
}

/** The parts that a picture speaks of: all, or the one phase that the document is narrowed to. */
function shownParts(reader: PlanReader): readonly PlanPart[] {
  const { phase } = reader.options;
  return phase === null ? reader.parts : reader.parts.filter((part) => part.phase?.id === phase);
}

function toWhen(part: PlanPart): string {
  return part.phase === null ? 'at the end' : `in phase ${part.number}`;
}

/** The marks of all nodes that the plan moves, merges, removes, adds or resizes; the last change of a node wins. */
export function toMarks(reader: PlanReader): ReadonlyMap<string, PlanMark> {
  const marks = new Map<string, PlanMark>();
  for (const part of shownParts(reader)) {
    const when = toWhen(part);
    for (const { change } of part.changes) {
      if (change.kind === 'move') marks.set(change.node, { mark: 'moved', words: `moves ${when}` });
      else if (change.kind === 'merge') {
        marks.set(change.node, { mark: 'gone', words: `merged into ${reader.nameOf(change.into)} ${when}` });
      } else if (change.kind === 'remove') marks.set(change.node, { mark: 'gone', words: `removed ${when}` });
      else if (change.kind === 'add') marks.set(change.node.id, { mark: 'added', words: `new ${when}` });
      else if (change.kind === 'resize') marks.set(change.node, { mark: 'moved', words: `resized ${when}` });
    }
  }
  return marks;
}

/** The ways of the plan: from where a thing is drawn to where it goes. Ends are ids of nodes. */
export function toPlannedEdges(reader: PlanReader): PictureEdge[] {
  return shownParts(reader).flatMap((part) =>
    part.changes.flatMap(({ change, number }) => {
      if (change.kind === 'move' && change.to !== null) {
        return [{ from: change.node, to: change.to, label: `${number} move`, planned: true }];
      }
      return change.kind === 'merge'
        ? [{ from: change.node, to: change.into, label: `${number} merge`, planned: true }]
        : [];
    }),
  );
}
