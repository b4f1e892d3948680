import { parsePlanFile } from '#core/document/plan-file.ts';
import type { Plan } from '#core/model/plan.ts';
import { readInputText } from '#main/cli/files/read-input.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';

/** The plan in a file, or the sentence that says where the file is wrong. */
export async function readPlan(path: string): Promise<Outcome<Plan>> {
  const text = await readInputText(path);
  if (!text.ok) return text;
  const plan = parsePlanFile(text.value);
  if (plan.ok) return plan;
  const { line, message } = plan.error;
  return refuse(`${path}${line === null ? '' : `:${line}`}: ${message}`);
}
