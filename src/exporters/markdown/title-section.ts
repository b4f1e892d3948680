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

/** What the checks say of the plan as a whole: whether what goes is missed, and whether it ends well. */
function toVerdict(reader: PlanReader): string {
  const goes = reader.changes.some(({ change }) => change.kind === 'remove' || change.kind === 'merge');
  const missed = reader.openFindings.filter(
    (finding) => finding.rule === 'removed-node-is-not-needed',
  ).length;
  const left = reader.openFindings.filter(
    (finding) => finding.severity === 'error' && finding.until === null,
  ).length;
  const troubles = [
    ...(missed === 0
      ? []
      : [`${counted(missed, 'thing')} that ${missed === 1 ? 'goes is' : 'go are'} still needed`]),
    ...(left === 0 ? [] : [`${counted(left, 'error')} would be left at the end`]),
  ];
  return [
    ...(goes && missed === 0 ? ['Nothing that stays is known to need what goes.'] : []),
    ...(troubles.length === 0 ? [] : [`${listed(troubles)}: see [Checked](#checked).`]),
  ].join(' ');
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
  const first = `${ofKind(start, kind)} today → **${toTotalWords(toKindTotal(end, kind))} at the end.**`;
  return [first, `${toPlanned(reader)}.`, toVerdict(reader)].filter((part) => part !== '').join(' ');
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
