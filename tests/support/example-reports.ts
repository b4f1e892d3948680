import type { CheckReport, Finding } from '#core/model/finding.ts';
import { toId } from '#core/model/ids.ts';

function finding(fields: Pick<Finding, 'id' | 'rule' | 'severity' | 'message'> & Partial<Finding>): Finding {
  return {
    nodes: [],
    names: [],
    phase: null,
    until: null,
    after: [],
    repair: null,
    accepted: null,
    ...fields,
  };
}

/** A report of nothing. */
export const emptyReport: CheckReport = {
  findings: [],
  counts: { error: 0, warning: 0, info: 0, accepted: 0, states: 1, orders: 0 },
};

/** What checks may say of the plan that clears out a provider; written by hand, so that exports are tested alone. */
export const clearOutReport: CheckReport = {
  findings: [
    finding({
      id: 'f1',
      rule: 'blocking-question-is-answered',
      severity: 'error',
      message:
        'news1 is removed in Clear out, and nobody has answered: Is the newsletter on news1 still in use?',
      phase: toId('ph', 'ph_clear'),
      repair: { label: 'Answer the question', commands: [] },
    }),
    finding({
      id: 'f2',
      rule: 'condition-is-met',
      severity: 'error',
      message: 'build1 is removed in Clear out before this is true: the hosted builds are set up',
      phase: toId('ph', 'ph_clear'),
    }),
    finding({
      id: 'f3',
      rule: 'host-has-room',
      severity: 'error',
      message: 'ny1 has 16 vCPU and 18 would be placed on it',
      phase: toId('ph', 'ph_merge'),
      until: toId('ph', 'ph_merge'),
    }),
    finding({
      id: 'f4',
      rule: 'is-backed-up',
      severity: 'warning',
      message: 'No backup of shop1 is known',
    }),
    finding({
      id: 'f5',
      rule: 'order-respects-dependencies',
      severity: 'warning',
      message: 'orders-db2 would be too small for a while if it were resized before the shop moves',
      phase: toId('ph', 'ph_merge'),
      after: [toId('ch', 'ch_4'), toId('ch', 'ch_6')],
    }),
    finding({
      id: 'f6',
      rule: 'no-single-point-of-failure',
      severity: 'warning',
      message: 'gate1 is the only way to 6 servers',
      accepted: toId('ac', 'ac_1'),
    }),
  ],
  counts: { error: 3, warning: 2, info: 0, accepted: 1, states: 8, orders: 6 },
};
