import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';

/** At most so many moves of these nodes in one phase; `null`: of all nodes. */
export interface MoveLimit {
  readonly most: number;
  readonly nodes: ReadonlySet<NodeId> | null;
}

/** The limits that the `max-moves` rules of a plan set. */
export function toMoveLimits(plan: Plan): MoveLimit[] {
  return [...plan.rules].flatMap((rule) =>
    rule.kind === 'max-moves' && typeof rule.value === 'number'
      ? [{ most: rule.value, nodes: rule.nodes.length === 0 ? null : new Set(rule.nodes) }]
      : [],
  );
}

/** How many of some nodes a limit counts. */
function countBound({ nodes }: MoveLimit, moving: readonly NodeId[]): number {
  return nodes === null ? moving.length : moving.filter((node) => nodes.has(node)).length;
}

/** Whether some nodes may move in one phase, when so many of those that the limit counts have moved there already. */
export function isWithin(limit: MoveLimit, moving: readonly NodeId[], moved = 0): boolean {
  const count = countBound(limit, moving);
  return count === 0 || moved + count <= limit.most;
}

/** Counts the moves of a phase against the limits. */
export interface MoveGate {
  /** Counts some nodes that move in one go, or answers `false` when a limit forbids it. */
  readonly takes: (moving: readonly NodeId[]) => boolean;
  /** Begins the next phase. */
  readonly next: () => void;
}

/** A gate that nothing has passed yet. */
export function toMoveGate(limits: readonly MoveLimit[]): MoveGate {
  const counts = limits.map(() => 0);
  return {
    takes: (moving) => {
      if (!limits.every((limit, at) => isWithin(limit, moving, counts[at]))) return false;
      for (const [at, limit] of limits.entries()) counts[at] = (counts[at] ?? 0) + countBound(limit, moving);
      return true;
    },
    next: () => counts.fill(0),
  };
}
