import { nodeKinds } from '#core/model/node.ts';
import type { IntakeQuestion, IntakeSummary, PendingEntry } from './intake-types.ts';
import type { IntakeSession, SourceIntake } from './session.ts';

const otherKinds = ['dependency', 'party', 'duty', 'question', 'disposition', 'phase', 'move'] as const;

/** Counts taken things once, however many sources speak of them. */
function countFound(session: IntakeSession): Readonly<Record<string, number>> {
  const ids = new Map<string, Set<string>>();
  const count = (kind: string, id: string): void => {
    ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  };
  for (const source of session.sources) {
    for (const item of source.proposal.items) {
      const id = source.idByKey.get(item.key);
      if (id === undefined) continue;
      count(item.is === 'node' ? (session.draft.nodes.get(id)?.kind ?? item.kind) : item.is, id);
    }
  }
  return Object.fromEntries([...nodeKinds, ...otherKinds].map((kind) => [kind, ids.get(kind)?.size ?? 0]));
}

function toQuestions(session: IntakeSession, source: SourceIntake): IntakeQuestion[] {
  return source.proposal.items.flatMap((item) => {
    const question =
      item.is === 'question' ? session.draft.questions.get(source.idByKey.get(item.key) ?? '') : undefined;
    if (question === undefined) return [];
    const about = question.about.map((id) => session.draft.nodes.get(id)?.name ?? id);
    return [
      {
        id: question.id,
        text: question.text,
        about,
        source: source.name,
        line: item.evidence[0]?.line ?? null,
      },
    ];
  });
}

/** What an import did, in the form of `import --json`. */
export function toSummary(session: IntakeSession): IntakeSummary {
  const { sources } = session;
  return {
    found: countFound(session),
    questions: sources.flatMap((source) => toQuestions(session, source)),
    conflicts: session.conflicts,
    totals: sources.flatMap(({ name, proposal }) =>
      proposal.source.totals.map((total) => ({ source: name, ...total })),
    ),
    secrets: sources.flatMap(({ name, proposal }) =>
      proposal.source.secrets.map((mark) => ({ source: name, ...mark })),
    ),
    notUnderstood: sources.flatMap(({ name, proposal }) =>
      proposal.notUnderstood.map((line) => ({ source: name, ...line })),
    ),
    pending: sources.flatMap((source) =>
      source.pending.map(({ item: _item, record: _record, ...entry }): PendingEntry => entry),
    ),
  };
}
