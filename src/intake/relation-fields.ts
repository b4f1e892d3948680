import type {
  ProposedDependency,
  ProposedDisposition,
  ProposedDuty,
  ProposedParty,
  ProposedPhase,
} from '#core/importers/contract.ts';
import type { MergeChange, MoveChange } from '#core/model/change.ts';
import type { Dependency } from '#core/model/dependency.ts';
import type { Disposition } from '#core/model/disposition.ts';
import type { Duty } from '#core/model/duty.ts';
import type { NodeId, PhaseId } from '#core/model/ids.ts';
import type { Party } from '#core/model/party.ts';
import type { Phase } from '#core/model/phase.ts';
import type { Question } from '#core/model/question.ts';
import { listField, scalarField, type RecordField } from './merge-fields.ts';

/** Fields of a dependency besides its ends and type, which make it what it is. */
export const dependencyFields: readonly RecordField<Dependency, ProposedDependency>[] = [
  scalarField<Dependency, ProposedDependency, string | null>({
    path: 'protocol',
    theirs: (item) => item.protocol,
    ours: (row) => row.protocol,
    put: (row, protocol) => ({ ...row, protocol }),
    empty: null,
  }),
  scalarField<Dependency, ProposedDependency, number | null>({
    path: 'port',
    theirs: (item) => item.port,
    ours: (row) => row.port,
    put: (row, port) => ({ ...row, port }),
    empty: null,
  }),
  scalarField<Dependency, ProposedDependency, boolean | null>({
    path: 'encrypted',
    theirs: (item) => item.encrypted,
    ours: (row) => row.encrypted,
    put: (row, encrypted) => ({ ...row, encrypted }),
    empty: null,
  }),
  scalarField<Dependency, ProposedDependency, number | null>({
    path: 'latencyMs',
    theirs: (item) => item.latencyMs,
    ours: (row) => row.latencyMs,
    put: (row, latencyMs) => ({ ...row, latencyMs }),
    empty: null,
  }),
  scalarField<Dependency, ProposedDependency, number | null>({
    path: 'maxLatencyMs',
    theirs: (item) => item.maxLatencyMs,
    ours: (row) => row.maxLatencyMs,
    put: (row, maxLatencyMs) => ({ ...row, maxLatencyMs }),
    empty: null,
  }),
];

/** Fields of a party besides its name. */
export const partyFields: readonly RecordField<Party, ProposedParty>[] = [
  scalarField<Party, ProposedParty, Party['kind']>({
    path: 'kind',
    theirs: (item) => item.kind,
    ours: (row) => row.kind,
    put: (row, kind) => ({ ...row, kind }),
    empty: 'team',
    isWeak: () => true,
  }),
  listField<Party, ProposedParty>({
    path: 'contacts',
    theirs: (item) => item.contacts,
    ours: (row) => row.contacts,
    put: (row, contacts) => ({ ...row, contacts }),
  }),
];

/** Fields of a duty besides area, subject, party and role. */
export const dutyFields: readonly RecordField<Duty, ProposedDuty>[] = [
  scalarField<Duty, ProposedDuty, boolean>({
    path: 'joint',
    theirs: (item) => item.joint,
    ours: (row) => row.joint,
    put: (row, joint) => ({ ...row, joint }),
    empty: false,
  }),
  scalarField<Duty, ProposedDuty, Duty['access']>({
    path: 'access',
    theirs: (item) => item.access,
    ours: (row) => row.access,
    put: (row, access) => ({ ...row, access }),
    empty: null,
  }),
];

/** A question whose `about` holds ids. */
export interface ResolvedQuestion {
  readonly text: string;
  readonly about: readonly string[];
  readonly blocking: boolean;
}

/** Fields of a question; its answer belongs to people. */
export const questionFields: readonly RecordField<Question, ResolvedQuestion>[] = [
  scalarField<Question, ResolvedQuestion, string>({
    path: 'text',
    theirs: (item) => item.text,
    ours: (row) => row.text,
    put: (row, text) => ({ ...row, text }),
    empty: '',
  }),
  scalarField<Question, ResolvedQuestion, boolean>({
    path: 'blocking',
    theirs: (item) => item.blocking,
    ours: (row) => row.blocking,
    put: (row, blocking) => ({ ...row, blocking }),
    empty: false,
  }),
  listField<Question, ResolvedQuestion>({
    path: 'about',
    theirs: (item) => item.about,
    ours: (row) => row.about,
    put: (row, about) => ({ ...row, about }),
  }),
];

/** Fields of a disposition; conditions are joined by their words (see `withConditions`). */
export const dispositionFields: readonly RecordField<Disposition, ProposedDisposition>[] = [
  scalarField<Disposition, ProposedDisposition, Disposition['disposition']>({
    path: 'disposition',
    theirs: (item) => item.disposition,
    ours: (row) => row.disposition,
    put: (row, disposition) => ({ ...row, disposition }),
    empty: undefined,
  }),
  scalarField<Disposition, ProposedDisposition, string>({
    path: 'why',
    theirs: (item) => item.why,
    ours: (row) => row.why,
    put: (row, why) => ({ ...row, why }),
    empty: '',
  }),
];

/** Fields of a phase. */
export const phaseFields: readonly RecordField<Phase, ProposedPhase>[] = [
  scalarField<Phase, ProposedPhase, string>({
    path: 'name',
    theirs: (item) => item.name,
    ours: (row) => row.name,
    put: (row, name) => ({ ...row, name }),
    empty: '',
  }),
  scalarField<Phase, ProposedPhase, string | null>({
    path: 'start',
    theirs: (item) => item.start,
    ours: (row) => row.start,
    put: (row, start) => ({ ...row, start }),
    empty: null,
  }),
  scalarField<Phase, ProposedPhase, string | null>({
    path: 'end',
    theirs: (item) => item.end,
    ours: (row) => row.end,
    put: (row, end) => ({ ...row, end }),
    empty: null,
  }),
];

/** A move whose ends and phase are ids. */
export interface ResolvedMove {
  readonly to: NodeId;
  readonly phase: PhaseId | null;
}

/** Fields of a planned move or merge; where it goes makes it what it is, unless the source itself changed its mind. */
export const moveFields: readonly RecordField<MoveChange | MergeChange, ResolvedMove>[] = [
  scalarField<MoveChange | MergeChange, ResolvedMove, NodeId | null>({
    path: 'to',
    theirs: (item) => item.to,
    ours: (row) => (row.kind === 'move' ? row.to : row.into),
    put: (row, to) => (row.kind === 'move' ? { ...row, to } : to === null ? row : { ...row, into: to }),
    empty: null,
  }),
  scalarField<MoveChange | MergeChange, ResolvedMove, PhaseId | null>({
    path: 'phase',
    theirs: (item) => item.phase ?? undefined,
    ours: (row) => row.phase,
    put: (row, phase) => ({ ...row, phase }),
    empty: null,
  }),
];
