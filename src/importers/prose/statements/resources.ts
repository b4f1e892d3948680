import { addEvidence, needQuestion } from '#core/importers/prose/proposal/draft.ts';
import { findProduct } from './known-names.ts';
import { isTyped, machineShape, tidyName } from './names.ts';
import { type Reading, toEvidence } from './reading.ts';
import { makeProviderOf } from './service-titles.ts';
import { findServiceType } from './service-types.ts';
import { makeService } from './services.ts';
import { subjectOf, thingOf } from './subjects.ts';
import { isSingleRole } from './titles.ts';
import type { Unit } from './unit.ts';

const bucket =
  /(?<![\w.-])[`"“]?(?!(?:the|an?|our|this|one)\b)([a-z0-9][\w.-]{2,62})[`"”]?\s+(S3|Spaces|GCS|B2|Wasabi) bucket\b|\b(?:(S3|Spaces|GCS|B2|Wasabi|object storage) )?bucket\s+(?:named\s+|called\s+)?[`"“]?([a-z0-9][\w.-]{2,62})|\b(s3|gs):\/\/([a-z0-9][\w.-]{2,62})/gu;
/** Whose buckets they are by the word before them. */
const bucketOf: Readonly<Record<string, string>> = {
  S3: 'amazonwebservices',
  Spaces: 'digitalocean',
  GCS: 'googlecloud',
  gs: 'googlecloud',
  B2: 'backblaze',
  Wasabi: 'wasabi',
};
const byScript =
  /\b(?:through|via|using|with|by)\s+(?:the\s+|our\s+|a\s+)?["“]?([\w.-]{3,40})["”]?\s+(?:script|tool|job|cron ?job|utility|daemon)\b/giu;
const notNames =
  /^(?:the|our|an?|this|that|one|each|every|some|new|same|private|public|separate|dedicated|another|its|own|backup|shell|bash|python|ruby|ansible|salt|following)$/iu;

function readBuckets(reading: Reading, unit: Unit): void {
  for (const hit of unit.text.plain.slice(0, 4000).matchAll(bucket)) {
    const name = tidyName(hit[1] ?? hit[4] ?? hit[6] ?? '');
    const owner = bucketOf[hit[2] ?? hit[3] ?? hit[5] ?? ''] ?? null;
    if (notNames.test(name) || (machineShape(name) === 'word' && !/[_\d-]/u.test(name))) continue;
    const from = hit.index + hit[0].indexOf(name);
    const where = { unit, from, to: from + name.length };
    const made = makeService(
      reading,
      name,
      owner === null ? null : makeProviderOf(reading, owner, where),
      ['said to run', 'single name'],
      where,
    );
    if (made !== null) made.type = 'storage';
  }
}

function readScripts(reading: Reading, unit: Unit): void {
  const server = subjectOf(reading, unit).keys.find((key) => key.startsWith('server:'));
  if (server === undefined) return;
  for (const hit of unit.text.plain.slice(0, 4000).matchAll(byScript)) {
    const name = tidyName(hit[1] ?? '');
    if (notNames.test(name) || isTyped(name)) continue;
    const from = hit.index + hit[0].indexOf(name);
    const made = makeService(reading, name, server, ['said to run', 'single name'], {
      unit,
      from,
      to: from + name.length,
    });
    if (made !== null) made.type ??= findProduct(name)?.type ?? 'job';
  }
}

/** A product of the very type that a machine's role names ("... DB Server" and PostgreSQL below it) runs on that machine. */
function readRoleProduct(reading: Reading, unit: Unit): void {
  const server = thingOf(
    reading.draft,
    subjectOf(reading, unit).keys.find((key) => key.startsWith('server:')),
  );
  if (server === null || !isSingleRole(server.name)) return;
  const type = findServiceType(server.name.replace(/\s+\S+$/u, ''));
  if (type === null || type === 'application') return;
  for (const word of unit.text.plain.matchAll(/\p{Lu}[\p{L}\d-]{3,30}/gu)) {
    if (findProduct(word[0])?.type !== type) continue;
    const where = { unit, from: word.index, to: word.index + word[0].length };
    const made = makeService(reading, word[0], server.key, ['known product', 'acts on others'], where);
    if (made !== null)
      addEvidence(made.evidence, toEvidence(reading, unit.text, 'parent', where.from, where.to));
  }
}

/** "A MySQL replication server `x`": the product in front of a machine's name runs on it. */
function readNamedProduct(reading: Reading, unit: Unit): void {
  for (const mark of unit.text.marks) {
    if (mark.kind !== 'code') continue;
    const server = `server:${unit.text.plain.slice(mark.from, mark.to).toLowerCase()}`;
    if (!reading.draft.things.has(server)) continue;
    const before = unit.text.plain.slice(Math.max(0, mark.from - 60), mark.from);
    const product =
      /\b(?:an?|the|our)\s+([A-Z][\w-]{2,20})\s+(?:[a-z]+\s+)?(?:server|machine|host|box)\b[^.,;]{0,20}$/u.exec(
        before,
      );
    if (product?.[1] === undefined || findProduct(product[1]) === null) continue;
    const around = unit.text.plain.slice(Math.max(0, mark.from - 80), mark.to + 120);
    const name = unit.text.plain.slice(mark.from, mark.to);
    const copies = [...reading.draft.links.values()].some(
      (link) => link.from === server && link.type === 'replicates',
    );
    if (!copies && /\b(?:replication|replica|replicates)\b/iu.test(around)) {
      const question = needQuestion(reading.draft, `What does ${name} replicate?`, [server]);
      question.reason = 'the text calls it a replica, but not of what';
      addEvidence(question.evidence, toEvidence(reading, unit.text, 'text', mark.from, mark.to));
    }
    const from = mark.from - before.length + product.index + product[0].indexOf(product[1]);
    makeService(reading, product[1], server, ['known product', 'said to run'], {
      unit,
      from,
      to: from + product[1].length,
    });
  }
}

/** Reads storage buckets, scripts that do a server's work, and products that belong to a machine by its role or its name. */
export function readResources(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    readBuckets(reading, unit);
    readScripts(reading, unit);
    readRoleProduct(reading, unit);
    readNamedProduct(reading, unit);
  }
}
