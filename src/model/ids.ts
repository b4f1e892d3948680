import type { Brand } from '../base/brand.ts';
import { sha256Hex } from '../base/sha256.ts';

/** The id of a plan, `pl_…`. */
export type PlanId = Brand<'PlanId'>;
/** The id of a node, `nd_…`. */
export type NodeId = Brand<'NodeId'>;
/** The id of a dependency, `dp_…`. */
export type DependencyId = Brand<'DependencyId'>;
/** The id of a party, `pa_…`. */
export type PartyId = Brand<'PartyId'>;
/** The id of a duty, `du_…`. */
export type DutyId = Brand<'DutyId'>;
/** The id of a question, `qu_…`. */
export type QuestionId = Brand<'QuestionId'>;
/** The id of a source, `so_…`. */
export type SourceId = Brand<'SourceId'>;
/** The id of a disposition, `di_…`. */
export type DispositionId = Brand<'DispositionId'>;
/** The id of a condition, `co_…`. */
export type ConditionId = Brand<'ConditionId'>;
/** The id of a phase, `ph_…`. */
export type PhaseId = Brand<'PhaseId'>;
/** The id of a change, `ch_…`. */
export type ChangeId = Brand<'ChangeId'>;
/** The id of a hand-over, `ho_…`. */
export type HandOverId = Brand<'HandOverId'>;
/** The id of a task, `ta_…`. */
export type TaskId = Brand<'TaskId'>;
/** The id of a rule, `ru_…`. */
export type RuleId = Brand<'RuleId'>;
/** The id of an accepted finding, `ac_…`. */
export type AcceptedId = Brand<'AcceptedId'>;
/** The id of a calendar entry, `ca_…`. */
export type CalendarId = Brand<'CalendarId'>;

/** Which prefix each kind of id carries. */
export interface IdByPrefix {
  pl: PlanId;
  nd: NodeId;
  dp: DependencyId;
  pa: PartyId;
  du: DutyId;
  qu: QuestionId;
  so: SourceId;
  di: DispositionId;
  co: ConditionId;
  ph: PhaseId;
  ch: ChangeId;
  ho: HandOverId;
  ta: TaskId;
  ru: RuleId;
  ac: AcceptedId;
  ca: CalendarId;
}

/** The two letters before the underscore of an id. */
export type IdPrefix = keyof IdByPrefix;

/** Makes fresh random ids; handed in as an argument so that tests and replays are reproducible. */
export type IdMaker = <P extends IdPrefix>(prefix: P) => IdByPrefix[P];

/** Brands a text as an id without looking at it. Only for the edges (parsing) and for tests. */
export function toId<P extends IdPrefix>(_prefix: P, text: string): IdByPrefix[P] {
  return text as IdByPrefix[P];
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * An id maker over a source of random bytes (`crypto.getRandomValues` outside of tests): 14 characters of 62, about 83 bits.
 * Bytes of 248 and more are thrown away so that every character is equally likely.
 */
export function makeIdMaker(randomBytes: (length: number) => Uint8Array): IdMaker {
  return (prefix) => {
    let text = '';
    while (text.length < 14) {
      for (const byte of randomBytes(20)) {
        if (byte < 248 && text.length < 14) text += alphabet.charAt(byte % 62);
      }
    }
    return toId(prefix, `${prefix}_${text}`);
  };
}

/**
 * The id of an imported thing: a hash of what identifies it (source name, kind, identity key, ordinal on a tie), so that
 * the same import by two people gives the same ids. 16 hex digits.
 */
export function toImportedId<P extends IdPrefix>(prefix: P, parts: readonly string[]): IdByPrefix[P] {
  return toId(prefix, `${prefix}_${sha256Hex(parts.join('\u0000')).slice(0, 16)}`);
}
