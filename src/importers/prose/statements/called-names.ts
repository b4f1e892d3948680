import { notNamed } from '#core/importers/prose/lexicon/host-mentions.ts';
import { appliance, noName } from '#core/importers/prose/lexicon/machine-words.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { type Candidates, needCandidate } from './candidates.ts';
import { findProduct, findProvider } from './known-names.ts';
import { canBeMachine } from './opening-name.ts';
import { isTopic, titleEnvironment } from './titles.ts';
import type { Unit } from './unit.ts';

const calledSo = new RegExp(
  `\\b(?:servers?|machines?|vms?|hosts?|droplets?|instances?|nodes?|hypervisors?|${appliance})\\s+(?:(?:is|are)\\s+)?(?:named|called|namens|known as)\\s+["'“\`]?([a-z][a-z-]{2,24})\\b(?![.]\\w)`,
  'giu',
);
const announced = /\b(?:virtual machines|vms|servers|machines|hosts)\s*(?::|,|[-–—])\s+(?=[a-z])/giu;

/** A plain word that the text itself gives as the name of a machine. */
function addWord(unit: Unit, candidates: Candidates, name: string, from: number): void {
  if (!canBeMachine(name) || isTopic(name) || notNamed.test(name) || titleEnvironment(name) !== null) return;
  if (findProduct(name) !== null || findProvider(name) !== null || noName.test(name)) return;
  const candidate = needCandidate(candidates, name);
  candidate.reasons.add('said to be one');
  candidate.mentions.push({ unit, text: unit.text, from, to: from + name.length, introduces: false });
}

/** "A machine named bramble", "three virtual machines: thistle, which is ..., clover, which runs ..., and sorrel, a print server". */
export function readCalled(unit: Unit, candidates: Candidates): void {
  for (const sentence of unit.sentences) {
    if (findMode(sentence.text, '') === 'past' || sentence.text.length > 600) continue;
    for (const hit of sentence.text.matchAll(calledSo))
      addWord(unit, candidates, hit[1] ?? '', sentence.from + hit.index + hit[0].lastIndexOf(hit[1] ?? ''));
    const lead = announced.exec(sentence.text);
    announced.lastIndex = 0;
    if (lead === null) continue;
    const start = lead.index + lead[0].length;
    const list = sentence.text.slice(start);
    const hits = [
      ...list.matchAll(
        /(?:^|,\s+(?:and\s+)?)([a-z][a-z-]{2,24})(?=,\s+(?:which|that|who|an?|the|our)\b|\s*\()/gu,
      ),
    ];
    if (hits.length < 2) continue;
    for (const hit of hits) {
      const name = hit[1] ?? '';
      addWord(unit, candidates, name, sentence.from + start + hit.index + hit[0].length - name.length);
    }
  }
}
