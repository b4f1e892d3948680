import { parsePlanFile } from '#core/document/plan-file.ts';
import { toId } from '#core/model/ids.ts';
import { toEmptyPlan, type Plan } from '#core/model/plan.ts';
import { maxPlanBytes } from '#main/cli/files/limits.ts';
import { readInputText } from '#main/cli/files/read-input.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';

function parse(path: string, text: string): Outcome<Plan> {
  const plan = parsePlanFile(text);
  if (plan.ok) return plan;
  const { line, message } = plan.error;
  return refuse(`${path}${line === null ? '' : `:${line}`}: ${message}`);
}

/** The plan in a file, or the sentence that says where the file is wrong. */
export async function readPlan(path: string): Promise<Outcome<Plan>> {
  const text = await readInputText(path, maxPlanBytes);
  return text.ok ? parse(path, text.value) : text;
}

/** What Git names where a side has no file. */
const noFile: ReadonlySet<string> = new Set(['/dev/null', 'nul', 'NUL']);

/** The plan in a file; an empty file, or none where Git says so, is a plan with nothing in it. */
export async function readPlanOrNothing(path: string): Promise<Outcome<Plan>> {
  const nothing = toEmptyPlan(toId('pl', 'pl_nothing'), '');
  if (noFile.has(path)) return { ok: true, value: nothing };
  const text = await readInputText(path, maxPlanBytes);
  if (!text.ok) return text;
  return text.value.trim() === '' ? { ok: true, value: nothing } : parse(path, text.value);
}
