import { toFieldValue, toFieldWords } from '#core/checks/conflict-words.ts';
import { toResourceWords } from '#core/exporters/reading/resource-words.ts';
import type { FindName } from './plan-lookup.ts';

const pointers: ReadonlySet<string> = new Set([
  'parent',
  'node',
  'to',
  'into',
  'from',
  'subject',
  'party',
  'owner',
  'phase',
  'on',
  'dependency',
  'handover',
  'about',
  'after',
  'nodes',
]);

const labels: Readonly<Record<string, string | undefined>> = {
  order: 'place in the order',
  why: 'reason',
  agreed: 'agreed',
  met: 'met',
  gate: 'go when',
  agreedBy: 'agreed by',
  acceptedBy: 'accepted by',
  answeredBy: 'answered by',
  durationDays: 'days it takes',
  after: 'waits for',
  about: 'is about',
  on: 'hangs on',
  node: 'what it is about',
  nodes: 'things',
  parent: 'runs on',
  latencyMs: 'latency in ms',
  maxLatencyMs: 'most latency in ms',
  sha256: 'content',
  evidence: 'sources',
  conflicts: 'open contradictions',
  decisions: 'answers of the review',
  pending: 'what waits for review',
  base: 'values of the last import',
  x: 'place on the map',
  y: 'place on the map',
};

/** What a field of any record is called in a sentence. Inside of an added node it is called as on the node itself. */
export function toLabel(field: string): string {
  const own = field.startsWith('node.') ? field.slice(5) : field;
  return labels[own] ?? toFieldWords(own);
}

/** Fields whose values say nothing to a person: that they changed is all there is to say. */
export function isOpaque(field: string): boolean {
  return [
    'evidence',
    'conflicts',
    'sha256',
    'base',
    'decisions',
    'pending',
    'text',
    'totals',
    'secrets',
  ].includes(field.startsWith('node.') ? field.slice(5) : field);
}

/** Free text, which stands in quotation marks so that its end is seen. */
const spoken: ReadonlySet<string> = new Set(['notes', 'why', 'text', 'gate', 'answer', 'name', 'evidence']);

const longest = 120;

function cut(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line;
}

function isSize(
  value: object,
): value is { vcpu: number | null; memoryMiB: number | null; diskGiB: number | null } {
  return 'vcpu' in value && 'memoryMiB' in value && 'diskGiB' in value;
}

function toObjectWords(value: object): string {
  if (isSize(value)) return toResourceWords(value) || 'unknown';
  if ('text' in value && typeof value.text === 'string') {
    return `${cut(value.text)}${'met' in value && value.met === true ? ' (met)' : ''}`;
  }
  return cut(JSON.stringify(value));
}

/** One value of a field in words: ids as names, sizes with units, nothing as "nothing". */
export function toValueWords(field: string, value: unknown, nameOf: FindName): string {
  const own = field.startsWith('node.') ? field.slice(5) : field;
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') {
    if (pointers.has(own)) return nameOf(value) ?? 'something that is gone';
    return spoken.has(own) ? `“${cut(value)}”` : cut(value);
  }
  if (Array.isArray(value)) {
    const words = value.map((each: unknown) => toValueWords(field, each, nameOf));
    return words.length === 0 ? 'nothing' : words.join(', ');
  }
  if (typeof value === 'object') return toObjectWords(value);
  return toFieldValue(own, value, (id) => nameOf(id));
}
