import { assertNever } from '#core/base/assert-never.ts';
import type { z } from './zod.ts';

type Issue = z.core.$ZodIssue;

function toTypeWords(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') {
    return value.length > 40 ? `the text "${value.slice(0, 40)}…"` : `the text "${value}"`;
  }
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return 'an object';
}

const expectedWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** The value at a path inside of data; `undefined` when there is none. */
export function findAtPath(data: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = data;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = Object.entries(at).find(([key]) => key === String(step))?.[1];
  }
  return at;
}

/** A path in words: `capacity.memoryMiB`, `evidence 3.line` (lists count from 1). */
export function toPathWords(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? ` ${step + 1}` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}

function toRuleWords(issue: Issue, found: unknown): string {
  const but = `, but is ${toTypeWords(found)}`;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${expectedWords[issue.expected] ?? issue.expected}${but}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}${but}`;
    case 'too_small':
      if (issue.origin === 'string') return 'must not be empty';
      if (issue.origin === 'array') return `needs at least ${issue.minimum} entries`;
      return `must be ${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum}${but}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${but}`;
    case 'invalid_union':
      return issue.errors.length === 0 || issue.discriminator !== undefined
        ? `must be a kind that this version knows${but}`
        : (issue.errors[0]?.[0]?.message ?? 'has the wrong form');
    case 'custom':
      return `${issue.message}${but}`;
    case 'unrecognized_keys':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return `${issue.message}${but}`;
    default:
      return assertNever(issue);
  }
}

/** A sentence without its end for what a schema found wrong: `"capacity.memoryMiB" must be a number, but is the text "2 GB"`. */
export function toProblemWords(issue: Issue, data: unknown): string {
  const found = findAtPath(data, issue.path);
  const name = issue.path.length === 0 ? 'it' : `"${toPathWords(issue.path)}"`;
  if (found === undefined && issue.path.length > 0) return `${name} is missing`;
  return `${name} ${toRuleWords(issue, found)}`;
}
