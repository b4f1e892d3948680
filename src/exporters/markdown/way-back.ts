import { assertNever } from '#core/base/assert-never.ts';
import { mdText } from '#core/exporters/encode/markdown-text.ts';
import type { NumberedChange, PlanPart, PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toResourceWords } from '#core/exporters/reading/resource-words.ts';
import { toNodeName, toPartyName, toPlainName } from './change-words.ts';
import { wrap } from './wrap.ts';

const most = 12;

/** How one step is undone: `bring **shop1** back to Harbour Cloud`. */
export function toReverse(reader: PlanReader, { change, before }: NumberedChange): string {
  const oldPlace = (id: string): string => toPlainName(reader, before.nodes.get(id)?.parent ?? null);
  switch (change.kind) {
    case 'move':
      return `bring ${toNodeName(reader, change.node)} back to ${oldPlace(change.node)}`;
    case 'merge':
      return `start ${toNodeName(reader, change.node)} again at ${oldPlace(change.node)} and take its part out of ${toNodeName(reader, change.into)}`;
    case 'remove':
      return `start ${toNodeName(reader, change.node)} again at ${oldPlace(change.node)}`;
    case 'add':
      return `take ${toNodeName(reader, change.node.id)} away again`;
    case 'resize': {
      const old = before.nodes.get(change.node)?.capacity;
      const size = old === undefined ? '' : toResourceWords(old);
      return `give ${toNodeName(reader, change.node)} its old size back${size === '' ? '' : ` (${size})`}`;
    }
    case 'rewire': {
      const old = before.dependencies.get(change.dependency);
      if (old === undefined) return 'nothing to undo';
      return `point ${toNodeName(reader, old.from)} at ${toNodeName(reader, old.to)} again`;
    }
    case 'hand-over': {
      const handOver = reader.plan.handovers.get(change.handover);
      if (handOver === undefined) return 'nothing to undo';
      const subject = handOver.subject === null ? '' : ` of ${toNodeName(reader, handOver.subject)}`;
      if (handOver.from === null) return `nobody has the ${mdText(handOver.area)}${subject} again`;
      return `${toPartyName(reader, handOver.from)} takes the ${mdText(handOver.area)}${subject} back`;
    }
    default:
      return assertNever(change);
  }
}

/** How to undo a phase: its steps backwards, and what must be kept for that to work. */
export function toWayBack(reader: PlanReader, part: PlanPart): string[] {
  if (part.changes.length === 0 || reader.options.party !== null) return [];
  const backwards = part.changes.toReversed();
  const ends = part.changes.some(({ change }) => change.kind === 'remove' || change.kind === 'merge');
  const keep = ends
    ? wrap(
        'Stop what goes and keep its disks (or a snapshot) until all checks above are ticked: deleted, it has no way back.',
      )
    : [];
  const shown = backwards
    .slice(0, most)
    .flatMap((each) => wrap(`Undo ${each.number}: ${toReverse(reader, each)}`, '- ', '  '));
  const rest = backwards.length - most;
  const more =
    rest > 0 ? [`- then the ${rest} steps before, in the same way from the last to the first`] : [];
  return [...keep, ...(keep.length > 0 ? [''] : []), ...shown, ...more];
}
