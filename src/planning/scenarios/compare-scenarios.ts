import { checkPlan } from '#core/checks/check-plan.ts';
import type { CheckReport, Finding } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { compareMeasures, toMeasureRows } from './compare-measures.ts';
import { compareSteps, type StepDifference } from './compare-steps.ts';
import { measurePlan, type PlanMeasures } from './measure-plan.ts';

/** One alternative beside the first one, which is compared with itself: nothing differs. */
export interface Alternative {
  readonly plan: Plan;
  readonly report: CheckReport;
  readonly measures: PlanMeasures;
  /** What it does otherwise than the first one, as ends of a sentence: "costs 40 EUR a month less". */
  readonly differences: readonly string[];
  /** `base` is the first one, `other` this one. */
  readonly steps: readonly StepDifference[];
  /** Errors and warnings (not accepted) that only this one has. */
  readonly risksHere: readonly Finding[];
  /** Errors and warnings (not accepted) that only the first one has. */
  readonly risksThere: readonly Finding[];
}

/** A figure of all alternatives, in their order. */
export interface MeasureRow {
  readonly name: string;
  readonly values: readonly string[];
  /** Whether not all of them have the same. */
  readonly differs: boolean;
}

/** Two or more alternatives side by side. */
export interface ScenarioComparison {
  readonly alternatives: readonly Alternative[];
  readonly rows: readonly MeasureRow[];
}

function toRisks(report: CheckReport): Finding[] {
  return report.findings.filter((each) => each.severity !== 'info' && each.accepted === null);
}

function without(risks: readonly Finding[], others: readonly Finding[]): Finding[] {
  const known = new Set(others.map((each) => each.id));
  return risks.filter((each) => !known.has(each.id));
}

interface Measured {
  readonly plan: Plan;
  readonly report: CheckReport;
  readonly measures: PlanMeasures;
}

function toMeasured(plan: Plan): Measured {
  const report = checkPlan(plan);
  return { plan, report, measures: measurePlan(plan, report) };
}

function toAlternative(base: Measured, one: Measured): Alternative {
  const [here, there] = [toRisks(one.report), toRisks(base.report)];
  return {
    ...one,
    differences: compareMeasures(one.measures, base.measures),
    steps: compareSteps(base.plan, one.plan),
    risksHere: without(here, there),
    risksThere: without(there, here),
  };
}

/** Compares alternatives of one plan with the first of them, in numbers, words, steps and risks. Runs all checks of each. */
export function compareScenarios(plans: readonly Plan[]): ScenarioComparison {
  const measured = plans.map(toMeasured);
  const [base] = measured;
  if (base === undefined) return { alternatives: [], rows: [] };
  const tables = measured.map(({ measures }) => new Map(toMeasureRows(measures)));
  const names = toMeasureRows(base.measures).map(([name]) => name);
  return {
    alternatives: measured.map((one) => toAlternative(base, one)),
    rows: names.map((name) => {
      const values = tables.map((table) => table.get(name) ?? '');
      return { name, values, differs: new Set(values).size > 1 };
    }),
  };
}
