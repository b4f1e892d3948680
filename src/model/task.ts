import type { ChangeId, HandOverId, PartyId, PhaseId, TaskId } from './ids.ts';

/** A line of a checklist. `due` is an ISO date or `T-7` (days before the start of its phase). */
export interface Task {
  readonly id: TaskId;
  readonly on: ChangeId | PhaseId | HandOverId;
  readonly text: string;
  readonly owner: PartyId | null;
  readonly due: string | null;
  readonly done: boolean;
  readonly evidence: string | null;
  readonly order: string;
}

/** A task with empty values for all that is not given. */
export function toTask(fields: Pick<Task, 'id' | 'on' | 'text' | 'order'> & Partial<Task>): Task {
  return { owner: null, due: null, done: false, evidence: null, ...fields };
}
