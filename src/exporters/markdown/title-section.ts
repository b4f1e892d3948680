import { mdText } from '#core/exporters/encode/markdown-text.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toKindTotal, toTotalWords } from '#core/exporters/reading/totals.ts';
import type { NodeKind } from '#core/model/node.ts';
import type { Estate } from '#core/state/estate.ts';
import { stacked } from './section.ts';
import { counted, listed } from './words.ts';
import { wrap } from './wrap.ts';

const plural: Readonly<Record<NodeKind, readonly [string, string]>> = {
  provider: ['provider', 'providers'],
  site: ['site', 'sites'],
  host: ['host', 'hosts'],
  server: ['server', 'servers'],
  service: ['service', 'services'],
};

/** What the estate is counted by: its servers, or its services where a document names no server. */
export function toHeadlineKind(estate: Estate): NodeKind {
  const total = toKindTotal(estate, 'server');
  return total.known + total.unknown > 0 ? 'server' : 'service';
}

function ofKind(estate: Estate, kind: NodeKind): string {
  const total = toKindTotal(estate, kind);
  return `${toTotalWords(total)} ${plural[kind][total.known === 1 && total.unknown === 0 ? 0 : 1]}`;
}

function toPlanned(reader: PlanReader): string {
  const phases = reader.parts.filter((part) => part.phase !== null).length;
  const handOvers = reader.plan.handovers.size;
  return listed([
    ...(phases > 0 ? [counted(phases, 'phase')] : []),
    counted(reader.changes.length, 'change'),
    ...(handOvers > 0 ? [counted(handOvers, 'hand-over')] : []),
  ]);
}

/** Whether what goes is missed: said only from what the checks found. */
function toRemovalWords(reader: PlanReader): string {
  const goes = reader.changes.some(({ change }) => change.kind === 'remove' || change.kind === 'merge');
  if (!goes) return '';
  const missed = reader.openFindings.filter((finding) => finding.rule === 'removed-node-is-not-needed');
  if (missed.length === 0) return 'Nothing that stays is known to need what goes.';
  return `${counted(missed.length, 'thing')} that ${missed.length === 1 ? 'goes is' : 'go are'} still needed: see [Checked](#checked).`;
}

function toSummary(reader: PlanReader): string {
  const { start, end } = reader;
  const kind = toHeadlineKind(start);
  const inside = (['provider', 'site', 'host', 'service'] as const).filter(
    (each) => each !== kind && toKindTotal(start, each).known > 0,
  );
  if (reader.changes.length === 0) {
    const also = inside.length === 0 ? '' : ` with ${listed(inside.map((each) => ofKind(start, each)))}`;
    return `**${ofKind(start, kind)}**${also}. Nothing is planned yet: this is the inventory as it is.`;
  }
  const errors = reader.openFindings.filter(
    (finding) => finding.severity === 'error' && finding.until === null,
  ).length;
  const first = `${ofKind(start, kind)} today → **${toTotalWords(toKindTotal(end, kind))} at the end.**`;
  const open =
    errors === 0 ? '' : `${counted(errors, 'error')} would be left at the end: see [Checked](#checked).`;
  return [first, `${toPlanned(reader)}.`, toRemovalWords(reader), open]
    .filter((part) => part !== '')
    .join(' ');
}

/** The title of the document, what it is narrowed to, and the plan in a line or two. */
export function titleSection(reader: PlanReader): readonly string[] {
  const { phase, party } = reader.options;
  const name = mdText(reader.plan.name) || 'Plan';
  const narrowed = [
    ...(phase === null ? [] : [`only ${mdText(reader.nameOf(phase)) || 'one phase'}`]),
    ...(party === null ? [] : [`only what concerns ${mdText(reader.nameOf(party)) || 'one party'}`]),
  ];
  return stacked(
    [`# ${name}`],
    narrowed.length === 0 ? [] : wrap(`*This is a part of the plan: ${narrowed.join(', ')}.*`),
    wrap(toSummary(reader)),
  );
}
