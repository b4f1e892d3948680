import { gatewayCues } from '#core/importers/prose/lexicon/relations.ts';
import { addEvidence, needLink } from '#core/importers/prose/proposal/draft.ts';
import { toTokens } from './matcher.ts';
import { type Reading, toEvidence } from './reading.ts';
import { subjectOf, thingOf } from './subjects.ts';
import type { Unit } from './unit.ts';

/** The machine through which the others are reached: `null` when the text names none. */
function findGateways(
  reading: Reading,
): { readonly key: string; readonly unit: Unit; readonly strong: boolean }[] {
  const found: { key: string; unit: Unit; strong: boolean }[] = [];
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    const cues = gatewayCues.filter((cue) => cue.words.test(unit.text.plain.slice(0, 1500)));
    if (cues.length === 0) continue;
    const named = toTokens(unit.text.plain.slice(0, 1500)).find((token) =>
      reading.draft.things.has(`server:${token.text.toLowerCase()}`),
    );
    const own = subjectOf(reading, unit);
    const key =
      named === undefined
        ? own.plural
          ? undefined
          : own.keys.find((each) => each.startsWith('server:'))
        : `server:${named.text.toLowerCase()}`;
    if (key !== undefined) found.push({ key, unit, strong: cues.some((cue) => cue.strong) });
  }
  return found;
}

/** The others are reached through a gateway: port and protocol as said in its section. */
export function readGateways(reading: Reading): void {
  const gateways = findGateways(reading);
  const keys = [...new Set(gateways.map((gateway) => gateway.key))];
  for (const key of keys) {
    const thing = thingOf(reading.draft, key);
    if (thing === null) continue;
    thing.type ??= 'gateway';
    const about = reading.units.filter(
      (unit) =>
        unit.role !== 'title' &&
        (subjectOf(reading, unit).keys.includes(key) ||
          gateways.some((gateway) => gateway.unit === unit && gateway.key === key)),
    );
    const port = about
      .map((unit) =>
        /\bssh\b[^.;]{0,20}\bport\b\s*:?\s*(\d{2,5})|\bport\s*:?\s*(\d{2,5})\b[^.;]{0,20}\bssh\b/iu.exec(
          unit.text.plain.slice(0, 500),
        ),
      )
      .find((hit) => hit !== null);
    const ssh = about.some((unit) => /\bssh\b/iu.test(unit.text.plain));
    for (const other of reading.draft.things.values()) {
      if (other.kind !== 'server' || keys.includes(other.key)) continue;
      const link = needLink(reading.draft, other.key, key, 'reaches-through');
      link.reason = 'the text says that the others are reached through it';
      if (!gateways.some((gateway) => gateway.key === key && gateway.strong)) link.confidence = 'uncertain';
      if (ssh) link.protocol = 'ssh';
      if (port !== undefined && port !== null) link.port = Number(port[1] ?? port[2]);
      if (ssh) link.encrypted = true;
      for (const gateway of gateways) {
        if (gateway.key !== key) continue;
        addEvidence(link.evidence, toEvidence(reading, gateway.unit.text, 'type'));
        reading.draft.understood.add(gateway.unit.index);
      }
    }
    for (const unit of about)
      if (/\bport\b/iu.test(unit.text.plain) && unit.text.plain.length < 60)
        reading.draft.understood.add(unit.index);
  }
}
