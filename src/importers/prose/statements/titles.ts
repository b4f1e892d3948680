import { environments, serverClassHeading } from '#core/importers/prose/lexicon/words.ts';
import { imperatives, smallWords, topicWords } from '#core/importers/prose/lexicon/topics.ts';
import { machineShape, tidyName, toNameKey } from './names.ts';

/** A heading taken apart: "nginx (routing)" is the name `nginx` with the role `routing`. */
interface TitleParts {
  readonly name: string;
  readonly role: string | null;
}

const bracketed = /^(.{1,120}?)\s*\(([^()]{1,80})\)\s*:?$/u;

/** Takes the role in brackets off a heading. */
export function toTitleParts(plain: string): TitleParts {
  const found = plain.length > 220 ? null : bracketed.exec(plain.trim());
  return found === null
    ? { name: tidyName(plain), role: null }
    : { name: tidyName(found[1] ?? ''), role: (found[2] ?? '').trim() };
}

/** The names of a heading: "app-01 / app-02" names two machines, "Research & Development" one thing. */
export function namesOfTitle(name: string): readonly string[] {
  const names = name.split(/\s*(?:,|\/|&|\band\b|\bund\b)\s*/iu);
  const areMachines =
    names.length > 1 && names.every((part) => ['numbered', 'domain'].includes(machineShape(part)));
  return areMachines ? names : [name];
}

/** Whether the role in brackets behind a heading says that the heading names a hoster ("Nest (DE Hosting)"). */
export function isHosterRole(role: string | null): boolean {
  return /\bhost(?:ing|er)$|\bprovider$/iu.test(role ?? '');
}

/** Whether a heading only names a topic: all its words are topics or small words, and one is a topic; or it is a question. */
export function isTopic(plain: string): boolean {
  const key = toNameKey(plain).replace(/[?!:]+$/u, '');
  if (key === '' || plain.trim().endsWith('?') || topicWords.has(key)) return true;
  const words = key.split(/[\s/&,+()-]+/u).filter((word) => word !== '');
  return (
    words.some((word) => topicWords.has(word)) &&
    words.every((word) => topicWords.has(word) || smallWords.has(word) || /^\d+$/u.test(word))
  );
}

/** Whether a heading or item tells somebody to do something ("Install the agent", "Adding a server"). */
export function isTask(plain: string): boolean {
  const words = toNameKey(plain).split(/\s+/u);
  const [first = '', second] = words;
  if (second === undefined) return imperatives.has(first) && first.length > 4;
  if (imperatives.has(first)) return true;
  if (/^(?:how|why|what|when|where|which|who|step|appendix|wie|was|warum)$/iu.test(first)) return true;
  if (
    /^\p{L}{3,}ing$/u.test(first) &&
    /^(?:a|an|the|new|your|our|from|to|up|with|in|files|and)$/u.test(second)
  )
    return true;
  return imperatives.has(words.at(-1) ?? '') && /^[a-zäöü]+(?:en|ern)$/u.test(words.at(-1) ?? '');
}

/** Whether a heading announces a list of machines. */
export function isServerClass(plain: string): boolean {
  const { name } = toTitleParts(plain);
  if (name.length > 90 || name.split(/\s+/u).length > 6 || isTask(name)) return false;
  if (!serverClassHeading.test(name)) return false;
  return (
    !/^(?:a|an|the|this|your)\s|\byour\b|\b(?:new|managed|additional)\s+server$/iu.test(name) &&
    !isSingleRole(name)
  );
}

/** "Production DB Server": a machine named by its role, capitals on each word. */
export function isSingleRole(name: string): boolean {
  const words = name.split(/\s+/u);
  if (words.length < 2 || words.length > 5) return false;
  if (!/^(?:Server|Host|VM|Box|Machine|Droplet|Instance|Node|Replica|Appliance)$/u.test(words.at(-1) ?? ''))
    return false;
  if (
    /^(?:New|Neuer|Managed|Liste|Add|The|A|An|Your|Our|This|Each|Any|Single|Remote|Local|Target|Source)$/u.test(
      words[0] ?? '',
    )
  )
    return false;
  return words.every((word) => /^[\p{Lu}\d]/u.test(word)) && !isTask(name);
}

/** The environment that a text names as a whole word; `null` when it names none or several. */
export function findEnvironment(text: string): string | null {
  const lower = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}&/-]+/gu, ' ')} `;
  const found = environments.filter((entry) => entry.words.some((word) => lower.includes(` ${word} `)));
  return found.length === 1 ? (found[0]?.name ?? null) : null;
}

/** The environment that a heading is as a whole ("Staging", "R&D", "Production servers"). */
export function titleEnvironment(plain: string): string | null {
  const key = toNameKey(plain)
    .replace(/\s*\([^()]*\)$/u, '')
    .replace(
      /\s+(?:environments?|servers?|services|system|systems|umgebung|infrastructure|instances?)$/u,
      '',
    );
  return environments.find((entry) => entry.words.includes(key))?.name ?? null;
}
