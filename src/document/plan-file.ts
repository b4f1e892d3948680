import { compareText } from '#core/base/compare.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import { atOnce, type Steps } from '#core/base/steps.ts';
import { toId, toImportedId } from '#core/model/ids.ts';
import { collectionNames, toEmptyPlan, type Plan } from '#core/model/plan.ts';
import { toCanonicalJson } from './canonical.ts';
import { toCanonicalChanges, toCanonicalRows } from './canonical-rows.ts';
import { cleanJson, isTooDeep, jsonDepthLimit } from './clean-json.ts';
import { isIdText, idRule } from './fields.ts';
import { toInventoryObject } from './inventory-file.ts';
import { findJsonError } from './json-error.ts';
import { toLineOfPath } from './json-position.ts';
import { migrateFile, toNewestFormat, type PlanFileData } from './migrations.ts';
import { readCollections, type FileTrouble } from './read-collections.ts';
import { sectionOf } from './records.ts';

/** Why a text could not be read as a plan: a stable code, words for a person, and the line (from 1) where that is known. */
export interface PlanFileProblem {
  readonly code:
    | 'empty'
    | 'not-json'
    | 'too-deep'
    | 'not-a-plan'
    | 'newer-format'
    | 'wrong-type'
    | 'duplicate-id';
  readonly message: string;
  readonly line: number | null;
}

function toSyntaxProblem(text: string): PlanFileProblem {
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text);
  if (conflict !== null) {
    const line = text.slice(0, conflict.index).split('\n').length;
    const message = `Line ${line} holds the mark of an unresolved merge conflict: merge the two versions with "rehome merge" instead.`;
    return { code: 'not-json', message, line };
  }
  const error = findJsonError(text);
  if (error === null) return { code: 'not-json', message: 'This is not valid JSON.', line: null };
  const message = `This is not valid JSON: on line ${error.line}, column ${error.column}, ${error.message}.`;
  return { code: 'not-json', message, line: error.line };
}

function parseJson(text: string): Result<unknown, PlanFileProblem> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.trim() === '') return fail({ code: 'empty', message: 'The file is empty.', line: null });
  try {
    return ok(JSON.parse(body));
  } catch {
    return fail(toSyntaxProblem(text));
  }
}

function isData(value: unknown): value is PlanFileData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toFormat(data: PlanFileData): number | null {
  const found = typeof data['format'] === 'string' ? /^rehome\/([1-9]\d{0,8})$/.exec(data['format']) : null;
  return found === null ? null : Number(found[1]);
}

const planKeys = ['format', 'id', 'name', 'revision', 'inventory', 'plan'];

/** Keys that this version does not know, by the place where they stand. */
function toExtra(data: PlanFileData): Plan['extra'] {
  const extra: Record<string, Record<string, unknown>> = {};
  for (const section of ['', 'inventory', 'plan'] as const) {
    const own = section === '' ? data : data[section];
    if (!isData(own)) continue;
    const taken: string[] = collectionNames.filter((name) => sectionOf[name] === section);
    if (section === '') taken.push(...planKeys);
    const rest = Object.entries(own).filter(([key]) => !taken.includes(key));
    if (rest.length > 0) extra[section] = Object.fromEntries(rest);
  }
  return extra;
}

function toHead(data: PlanFileData): Result<Plan, FileTrouble> {
  const wrong = (path: string, words: string): Result<Plan, FileTrouble> =>
    fail({ code: 'wrong-type', words: `"${path}" ${words}`, path: [path] });
  const name = data['name'] ?? '';
  if (typeof name !== 'string') return wrong('name', 'must be a text');
  const id = data['id'] ?? toImportedId('pl', ['plan', name]);
  if (!isIdText(id)) return wrong('id', idRule);
  const revision = data['revision'] ?? 0;
  if (typeof revision !== 'number' || !Number.isSafeInteger(revision) || revision < 0) {
    return wrong('revision', 'must be a whole number from 0 on');
  }
  for (const section of ['inventory', 'plan']) {
    if (data[section] !== undefined && data[section] !== null && !isData(data[section])) {
      return wrong(section, 'must be an object');
    }
  }
  return ok({ ...toEmptyPlan(toId('pl', id), name), revision, extra: toExtra(data) });
}

/**
 * Reads a plan file. Tolerant: a missing key is its empty value, keys that this version does not know are kept, references
 * to nothing are left as they are, a circle of places is opened at its smallest id, older formats are migrated. Refused, with a sentence and a line: what is no JSON or no
 * plan, a newer format, values of a wrong type, two records of one id, nesting beyond 200 levels.
 */
export function parsePlanFile(text: string): Result<Plan, PlanFileProblem> {
  const parsed = parseJson(text);
  return parsed.ok ? atOnce(readPlanData(parsed.value, (path) => toLineOfPath(text, path))) : parsed;
}

/** The same in steps, for the data of a plan file that were parsed already, as part of another file: its problems have no line. */
export function* readPlanData(
  given: unknown,
  findLine: (path: readonly (string | number)[]) => number | null = () => null,
): Steps<Result<Plan, PlanFileProblem>> {
  if (isTooDeep(given)) {
    const message = `The file nests deeper than ${jsonDepthLimit} levels; no plan does.`;
    return fail({ code: 'too-deep', message, line: null });
  }
  yield;
  const value = cleanJson(given);
  yield;
  const format = isData(value) ? toFormat(value) : null;
  if (!isData(value) || format === null) {
    const message = 'This is not a plan of Rehome: a plan file begins with "format": "rehome/1".';
    return fail({ code: 'not-a-plan', message, line: null });
  }
  if (format > toNewestFormat()) {
    const message = `This plan has the format rehome/${format}; this version of Rehome reads up to rehome/${toNewestFormat()}. Open it with a newer version.`;
    return fail({ code: 'newer-format', message, line: findLine(['format']) });
  }
  const data = migrateFile(value, format);
  const head = toHead(data);
  const read = head.ok ? yield* readCollections(head.value, data) : head;
  if (read.ok) return read;
  // After a migration the paths are those of the new format: the line of the old text would be a guess.
  const line = format === toNewestFormat() ? findLine(read.error.path) : null;
  const place = line === null ? '' : ` (line ${line})`;
  return fail({ code: read.error.code, message: `Not a valid plan${place}: ${read.error.words}.`, line });
}

function toExtraKeys(plan: Plan, section: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries<unknown>({ ...plan.extra[section] })
      .map(([key, value]): [string, unknown] => [key, toCanonicalJson(value)])
      .sort(([a], [b]) => compareText(a, b)),
  );
}

/**
 * The one text of a plan: two-space indent, keys in schema order and unknown ones after them, collections sorted by id,
 * one final newline. The same plan gives the same bytes on every machine.
 */
export function toPlanFileText(plan: Plan): string {
  const file = {
    format: `rehome/${toNewestFormat()}`,
    id: plan.id,
    name: plan.name.toWellFormed(),
    revision: plan.revision,
    sources: toCanonicalRows('sources', plan.sources),
    inventory: { ...toInventoryObject(plan), ...toExtraKeys(plan, 'inventory') },
    plan: {
      dispositions: toCanonicalRows('dispositions', plan.dispositions),
      phases: toCanonicalRows('phases', plan.phases),
      changes: toCanonicalChanges(plan.changes),
      handovers: toCanonicalRows('handovers', plan.handovers),
      tasks: toCanonicalRows('tasks', plan.tasks),
      rules: toCanonicalRows('rules', plan.rules),
      calendar: toCanonicalRows('calendar', plan.calendar),
      accepted: toCanonicalRows('accepted', plan.accepted),
      ...toExtraKeys(plan, 'plan'),
    },
    layout: toCanonicalRows('layout', plan.layout),
    ...toExtraKeys(plan, ''),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
