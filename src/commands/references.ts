import { fail, ok, type Result } from '#core/base/result.ts';
import type {
  AcceptedId,
  CalendarId,
  ChangeId,
  DependencyId,
  DutyId,
  HandOverId,
  NodeId,
  PartyId,
  PhaseId,
  QuestionId,
  RuleId,
  TaskId,
} from '#core/model/ids.ts';
import { z } from '#core/document/zod.ts';
import type { FindTrouble } from './find-trouble.ts';

/** What an argument can point at, and the id that it becomes. */
export interface IdByTarget {
  node: NodeId;
  dependency: DependencyId;
  party: PartyId;
  duty: DutyId;
  question: QuestionId;
  phase: PhaseId;
  change: ChangeId;
  handover: HandOverId;
  task: TaskId;
  rule: RuleId;
  accepted: AcceptedId;
  calendar: CalendarId;
}

/** The kinds of thing that an argument can point at. */
export type Target = keyof IdByTarget;

const mark: unique symbol = Symbol('reference');

/** An argument that points at something: an id, a name, or `$1` for what the first command made. */
export interface Reference<T extends Target> {
  readonly [mark]: readonly T[];
  readonly text: string;
}

/** The schema of an argument that points at one of these kinds of thing; the first kind that fits is taken. */
export function refersTo<T extends Target>(...targets: readonly T[]): z.ZodType<Reference<T>, string> {
  return z
    .string()
    .trim()
    .min(1)
    .transform((text) => ({ [mark]: targets, text }));
}

/** Arguments with ids where they pointed at things. */
export type Resolved<A> =
  A extends Reference<infer T>
    ? IdByTarget[T]
    : A extends readonly Reference<infer T>[]
      ? readonly IdByTarget[T][]
      : A;

/** All arguments of a command with ids where they pointed at things. */
export type ResolvedArguments<A> = { [K in keyof A]: Resolved<A[K]> };

/** Says what a text means among some kinds of thing, or why nothing or too much. */
export type FindTarget = (targets: readonly Target[], text: string) => Result<string, FindTrouble>;

/** Trouble with one argument of a command. */
export interface ArgumentTrouble {
  readonly argument: string;
  readonly message: string;
}

function isReference(value: unknown): value is Reference<Target> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, mark);
}

function resolveValue(value: unknown, find: FindTarget): Result<unknown, FindTrouble> {
  if (isReference(value)) return find(value[mark], value.text);
  if (!Array.isArray(value) || !value.some(isReference)) return ok(value);
  const ids: unknown[] = [];
  for (const each of value) {
    const found = resolveValue(each, find);
    if (!found.ok) return found;
    if (!ids.includes(found.value)) ids.push(found.value);
  }
  return ok(ids);
}

/** Looks up everything that the arguments of a command point at; the first that cannot be found ends it. */
export function resolveArguments<A extends object>(
  args: A,
  find: FindTarget,
): Result<ResolvedArguments<A>, ArgumentTrouble> {
  const resolved: [string, unknown][] = [];
  const given: object = args;
  for (const [argument, value] of Object.entries<unknown>({ ...given })) {
    const found = resolveValue(value, find);
    if (!found.ok) return fail({ argument, message: found.error.message });
    resolved.push([argument, found.value]);
  }
  // The one place where texts become ids: each id was just found in the table of its kind.
  return ok(Object.fromEntries(resolved) as ResolvedArguments<A>);
}
