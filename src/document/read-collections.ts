import { findCircleHeads } from '#core/base/circle-heads.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import type { Steps } from '#core/base/steps.ts';
import { toTable, type Table } from '#core/base/table.ts';
import {
  collectionNames,
  type CollectionName,
  type Plan,
  type RecordByCollection,
} from '#core/model/plan.ts';
import type { PlanFileData } from './migrations.ts';
import { findAtPath, toProblemWords } from './problem-words.ts';
import { recordSchemas, recordWords, sectionOf } from './records.ts';
import type { z } from './zod.ts';

/** Trouble with one place of a plan file: words without a line, and the path of the place. */
export interface FileTrouble {
  readonly code: 'wrong-type' | 'duplicate-id';
  readonly words: string;
  readonly path: readonly (string | number)[];
}

function toPath(name: CollectionName): string[] {
  const section = sectionOf[name];
  return section === '' ? [name] : [section, name];
}

/** What a person recognises a record by: its name or text, and its id. */
function toRecordName(name: CollectionName, row: unknown, index: number): string {
  const label = findAtPath(row, ['name']) ?? findAtPath(row, ['text']);
  const id = findAtPath(row, ['id']);
  const shown = [label, id].filter((each) => typeof each === 'string' && each !== '').join(', ');
  return shown === '' ? `${recordWords[name]} number ${index + 1}` : `${recordWords[name]} "${shown}"`;
}

/** So many records are read in one step: some milliseconds. */
const recordsInStep = 200;

function* readCollection<C extends CollectionName>(
  data: PlanFileData,
  name: C,
): Steps<Result<Table<RecordByCollection[C]>, FileTrouble>> {
  const path = toPath(name);
  const rows = findAtPath(data, path) ?? [];
  if (!Array.isArray(rows)) {
    return fail({ code: 'wrong-type', words: `"${path.join('.')}" must be a list`, path });
  }
  const schema: z.ZodType<RecordByCollection[C]> = recordSchemas[name];
  const seen = new Set<string>();
  const records: RecordByCollection[C][] = [];
  for (const [index, row] of rows.entries()) {
    if (index % recordsInStep === 0) yield;
    const parsed = schema.safeParse(row);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const words = issue === undefined ? 'has the wrong form' : toProblemWords(issue, row);
      const inside = (issue?.path ?? []).filter((step) => typeof step !== 'symbol');
      return fail({
        code: 'wrong-type',
        words: `${toRecordName(name, row, index)}: ${words}`,
        path: [...path, index, ...inside],
      });
    }
    if (seen.has(parsed.data.id)) {
      const words = `the id ${parsed.data.id} stands twice among "${path.join('.')}"`;
      return fail({ code: 'duplicate-id', words, path: [...path, index] });
    }
    seen.add(parsed.data.id);
    records.push(parsed.data);
  }
  return ok(toTable(records));
}

/** A circle of places has no outside and could be drawn nowhere: the smallest id of it stands on nothing then. */
function cutCircles(plan: Plan): Plan {
  const heads = findCircleHeads(
    plan.nodes.map((node) => node.id),
    (id) => {
      const parent = plan.nodes.get(id)?.parent ?? null;
      return parent !== null && plan.nodes.has(parent) ? parent : null;
    },
  );
  const cut = [...heads].flatMap((id) => plan.nodes.get(id) ?? []).map((node) => ({ ...node, parent: null }));
  return cut.length === 0 ? plan : { ...plan, nodes: plan.nodes.put(cut) };
}

/** Fills the collections of a plan from the data of its file; the first thing that is wrong ends it. */
export function* readCollections(plan: Plan, data: PlanFileData): Steps<Result<Plan, FileTrouble>> {
  let filled = plan;
  for (const name of collectionNames) {
    const read = yield* readCollection(data, name);
    if (!read.ok) return read;
    filled = { ...filled, [name]: read.value };
  }
  return ok(cutCircles(filled));
}
