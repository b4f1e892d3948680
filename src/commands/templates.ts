import { fail, ok, type Result } from '#core/base/result.ts';
import { toProblemWords } from '#core/document/problem-words.ts';
import { z } from '#core/document/zod.ts';

/** What a checklist can hang on. */
export type TemplateTarget = 'change' | 'phase' | 'hand-over';

/** Who a line is for: the party that gives a duty away, the one that takes it, the owner of the phase, or nobody yet. */
export type TemplateOwner = 'from' | 'to' | 'phase' | null;

/** A line of a checklist template. `{subject}`, `{from}`, `{to}`, `{area}` and `{phase}` are filled in. */
export interface TemplateLine {
  readonly text: string;
  /** `T-7`: seven days before the start of the phase. */
  readonly due: string | null;
  readonly owner: TemplateOwner;
}

/** A checklist as plain data. `areas` are the duties that it is offered for; an empty list is for any. */
export interface ChecklistTemplate {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly for: readonly TemplateTarget[];
  readonly areas: readonly string[];
  readonly lines: readonly TemplateLine[];
}

const templateSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  description: z.string().default(''),
  for: z.array(z.enum(['change', 'phase', 'hand-over'])).min(1),
  areas: z.array(z.string()).default([]),
  lines: z
    .array(
      z.object({
        text: z.string().min(1),
        due: z
          .string()
          .regex(/^T[+-]\d{1,4}$/)
          .nullable()
          .default(null),
        owner: z.enum(['from', 'to', 'phase']).nullable().default(null),
      }),
    )
    .min(1),
});

/** Reads a template from data; else a sentence that says what is wrong with it. */
export function parseTemplate(data: unknown): Result<ChecklistTemplate, string> {
  const parsed = templateSchema.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return fail(issue === undefined ? 'the template has the wrong form' : toProblemWords(issue, data));
}

/** What fills the gaps in the lines of a template; a gap that has no value keeps its braces. */
export type TemplateWords = Readonly<Partial<Record<'subject' | 'from' | 'to' | 'area' | 'phase', string>>>;

/** A line with its gaps filled in. Values are put in as they are, once: braces in a name are not filled again. */
export function fillIn(text: string, words: TemplateWords): string {
  const values = new Map<string, string>(Object.entries(words));
  return text.replaceAll(/\{(subject|from|to|area|phase)\}/g, (gap, name: string) => values.get(name) ?? gap);
}
