import { fail, ok, type Result } from '#core/base/result.ts';
import type { CheckReport } from '#core/model/finding.ts';
import { factsOf } from './facts.ts';

/** A command that accepts a finding which does not exist; `index` counts from 0. */
export interface UnknownFinding {
  readonly index: number;
  readonly message: string;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether a list of commands accepts a finding without saying on which facts. */
export function acceptsFindings(commands: readonly unknown[]): boolean {
  return commands.some(
    (each) => isRecord(each) && each['command'] === 'accept-finding' && each['facts'] === undefined,
  );
}

/**
 * Fills in what an `accept-finding` rests on: the rule, the nodes and a hash of the facts, from the finding itself.
 * Without them an acceptance could not be opened again when the facts change. Commands may not know the checks, so the
 * command line and the screen call this first. Fails at the first finding that is not in the report.
 */
export function withFindingFacts(
  commands: readonly unknown[],
  report: CheckReport,
): Result<readonly unknown[], UnknownFinding> {
  const findings = new Map(report.findings.map((finding) => [finding.id, finding]));
  const filled: unknown[] = [];
  for (const [index, each] of commands.entries()) {
    if (!isRecord(each) || each['command'] !== 'accept-finding' || each['facts'] !== undefined) {
      filled.push(each);
      continue;
    }
    const id = String(each['finding']);
    const finding = findings.get(id);
    if (finding === undefined) {
      return fail({ index, message: `Command ${index + 1} (accept-finding): there is no finding "${id}".` });
    }
    filled.push({ ...each, rule: finding.rule, nodes: finding.nodes, facts: factsOf(finding) });
  }
  return ok(filled);
}
