import { environments } from '#core/importers/prose/lexicon/words.ts';
import { addEvidence, giveReason, needThing } from '#core/importers/prose/proposal/draft.ts';
import { type Reading, toEvidence } from './reading.ts';
import { makeService } from './services.ts';
import { noteMention } from './subjects.ts';
import { isSingleRole, titleEnvironment } from './titles.ts';

const split = /\bone for (\w+)[^.;]{0,20}\band (?:one|the other) for (\w+)/iu;
const appWords =
  /\b([A-Z][A-Za-z0-9]{2,20})\s+(?:application|app|platform|software)\b|\bFor ([A-Z][A-Za-z0-9]{2,20}) itself\b/gu;

/**
 * "2 app server VMs, one for staging and one for production": the text has "Production App Server" already, so the other one is
 * its twin, named after the same pattern.
 */
export function readTwins(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    const hit = split.exec(unit.text.plain.slice(0, 2000));
    if (hit === null) continue;
    const named = [hit[1], hit[2]].map(
      (word) => environments.find((each) => each.words.includes((word ?? '').toLowerCase()))?.name ?? null,
    );
    for (const thing of reading.draft.things.values()) {
      if (thing.kind !== 'server' || !isSingleRole(thing.name)) continue;
      const [first = '', ...rest] = thing.name.split(/\s+/u);
      const environment = titleEnvironment(first);
      const role = rest.join(' ').toLowerCase();
      if (
        environment === null ||
        !named.includes(environment) ||
        !unit.text.plain.toLowerCase().includes(role)
      )
        continue;
      thing.environment ??= environment;
      for (const [at, other] of named.entries()) {
        const word = hit[at + 1] ?? '';
        if (other === null || other === environment) continue;
        const name = [`${word.charAt(0).toUpperCase()}${word.slice(1)}`, ...rest].join(' ');
        const twin = needThing(reading.draft, `server:${name.toLowerCase()}`, 'server', name);
        giveReason(twin, 'the text counts it beside its twin, but says nothing else of it', 3.5);
        twin.environment = other;
        twin.status ??= 'unknown';
        const from = hit.index + hit[0].indexOf(word);
        addEvidence(twin.evidence, toEvidence(reading, unit.text, 'name', hit.index, from + word.length));
        noteMention(reading, unit, twin.key);
        reading.draft.understood.add(unit.index);
      }
    }
  }
}

/** A name that the text calls an application, met at least twice: it is a service, wherever it runs. */
export function readApplications(reading: Reading): void {
  const named = new Map<string, { unit: (typeof reading.units)[number]; from: number; to: number }>();
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    for (const hit of unit.text.plain.slice(0, 3000).matchAll(appWords)) {
      const name = hit[1] ?? hit[2] ?? '';
      const from = hit.index + hit[0].indexOf(name);
      if (!named.has(name)) named.set(name, { unit, from, to: from + name.length });
    }
  }
  const servers = [...reading.draft.things.values()].filter((thing) => thing.kind === 'server').length;
  for (const [name, where] of named) {
    if (
      servers === 0 ||
      !/[A-Z].*[A-Z]/u.test(name) ||
      /^(?:API|CLI|GUI|SDK|URL|HTTP|REST|AWS|CI|CD|PHP|SQL|iOS|DNS|SSH|VPN|CPU|RAM|MCP|TLS|SSL|OAuth|JSON|YAML|SaaS|PaaS|GitHub|OSS|FOSS|IRC|LTS|AI)$/u.test(
        name,
      )
    )
      continue;
    let times = 0;
    for (const unit of reading.units)
      for (const hit of unit.text.plain.matchAll(/[A-Za-z0-9]{3,20}/gu)) if (hit[0] === name) times += 1;
    if (times < 2) continue;
    const made = makeService(reading, name, null, ['says its type', 'acts on others'], where);
    if (made !== null) made.type = 'application';
  }
}
