import { nodeKinds } from '#core/model/node.ts';
import type {
  ChangedEntry,
  FoundMatch,
  IntakeChanges,
  IntakeQuestion,
  IntakeSummary,
  PendingEntry,
} from './intake-types.ts';
import { toItemName, type IntakeSession, type SourceIntake } from './session.ts';

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

function toChanges(sources: readonly SourceIntake[]): IntakeChanges {
  const again = sources.filter((source) => source.known !== undefined);
  const entries = (status: readonly string[]): ChangedEntry[] =>
    again.flatMap((source) =>
      source.proposal.items.flatMap((item) => {
        const preview = source.previews.get(item.key);
        if (preview === undefined || preview.id === null || !status.includes(preview.status)) return [];
        const { id, changed: fields } = preview;
        const isMoved = preview.status !== 'changed' || fields.length > 0;
        return isMoved ? [{ id, is: item.is, name: toItemName(item), source: source.name, fields }] : [];
      }),
    );
  const gone = again.flatMap((source) =>
    source.pending.flatMap(({ why, record: id, is, name }) =>
      why === 'gone' && id !== null ? [{ id, is, name, source: source.name, fields: [] }] : [],
    ),
  );
  return { added: entries(['new']), changed: entries(['changed', 'conflict']), gone };
}

function toMatches(sources: readonly SourceIntake[]): FoundMatch[] {
  return sources.flatMap((source) =>
    source.proposal.items.flatMap((item) => {
      const preview = source.previews.get(item.key);
      if (preview === undefined || preview.id === null || preview.matched === null) return [];
      return [{ id: preview.id, name: toItemName(item), source: source.name, because: preview.matched }];
    }),
  );
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
    changes: toChanges(sources),
    matches: toMatches(sources),
    probable: session.asked,
  };
}
