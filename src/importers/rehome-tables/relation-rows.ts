import { dependencyTypes } from '#core/model/dependency.ts';
import type { Access, DutyRole } from '#core/model/duty.ts';
import type { PartyKind } from '#core/model/party.ts';
import type { ProposedItem, ProposedNode } from '../contract.ts';
import type { OwnRow } from './own-rows.ts';
import type { KnownNode, KnownNodes } from './node-rows.ts';

/** What the rows of a table point at is proposed with them: each source has to be whole in itself. */
interface Ends {
  readonly items: Map<string, ProposedNode>;
  readonly find: (row: OwnRow, idColumn: string, nameColumn: string) => string | null;
}

function makeEnds(known: KnownNodes): Ends {
  const items = new Map<string, ProposedNode>();
  return {
    items,
    find: (row, idColumn, nameColumn) => {
      const id = row.text(idColumn);
      const name = row.text(nameColumn);
      if (id === '' && name === '') return null;
      const node: KnownNode = known.get(id) ?? { key: `server:${id || name}`, kind: 'server', name, id };
      if (!items.has(node.key)) {
        items.set(node.key, {
          is: 'node',
          key: node.key,
          kind: node.kind,
          name: node.name,
          confidence: 'sure',
          reasons: [`named in the column "${nameColumn}"`],
          evidence: row.evidence(nameColumn, 'name'),
          ...(id === '' ? {} : { identities: [id] }),
        });
      }
      return node.key;
    },
  };
}

/** What a table of dependencies holds. */
export function toDependencyItems(rows: readonly OwnRow[], known: KnownNodes): ProposedItem[] {
  const ends = makeEnds(known);
  const items = rows.flatMap((row): ProposedItem[] => {
    const [from, to] = [ends.find(row, 'from', 'fromName'), ends.find(row, 'to', 'toName')];
    const type = dependencyTypes.find((each) => each === row.text('type')) ?? 'connects';
    if (from === null || to === null) return [];
    const [port, latencyMs, encrypted] = [row.number('port'), row.number('latencyMs'), row.flag('encrypted')];
    return [
      {
        is: 'dependency',
        key: `dependency:${row.text('id')}`,
        from,
        to,
        type,
        confidence: 'sure',
        reasons: [`row ${row.line} of the dependencies`],
        evidence: [
          ...row.evidence('fromName', 'from'),
          ...row.evidence('toName', 'to'),
          ...row.evidence('type', 'type'),
        ],
        ...(row.text('protocol') === '' ? {} : { protocol: row.text('protocol') }),
        ...(port === null ? {} : { port }),
        ...(latencyMs === null ? {} : { latencyMs }),
        ...(encrypted === null ? {} : { encrypted }),
      },
    ];
  });
  return [...ends.items.values(), ...items];
}

const roles: readonly DutyRole[] = ['accountable', 'responsible', 'consulted', 'informed'];
const accesses: readonly Access[] = ['none', 'supervised', 'shell', 'root'];
const partyKinds: readonly PartyKind[] = ['team', 'person', 'role', 'vendor'];

/** What a table of duties holds: the duties and the parties that owe them. */
export function toDutyItems(rows: readonly OwnRow[], known: KnownNodes): ProposedItem[] {
  const ends = makeEnds(known);
  const parties = new Map<string, ProposedItem>();
  const duties = rows.map((row): ProposedItem => {
    const name = row.text('partyName');
    const party = row.text('party') === '' ? null : `party:${row.text('party')}`;
    if (party !== null && !parties.has(party)) {
      parties.set(party, {
        is: 'party',
        key: party,
        name,
        kind: partyKinds.find((each) => each === row.text('partyKind')) ?? 'team',
        confidence: 'sure',
        reasons: ['named in the column "partyName"'],
        evidence: row.evidence('partyName', 'name'),
      });
    }
    const access = accesses.find((each) => each === row.text('access'));
    return {
      is: 'duty',
      key: `duty:${row.text('id')}`,
      area: row.text('area'),
      subject: ends.find(row, 'subject', 'subjectName'),
      party,
      role: roles.find((each) => each === row.text('role')) ?? 'accountable',
      joint: row.flag('joint') ?? false,
      confidence: 'sure',
      reasons: [`row ${row.line} of the duties`],
      evidence: [...row.evidence('area', 'area'), ...row.evidence('partyName', 'party')],
      ...(row.text('environment') === '' ? {} : { environment: row.text('environment') }),
      ...(access === undefined ? {} : { access }),
    };
  });
  return [...ends.items.values(), ...parties.values(), ...duties];
}

/** What a table of questions holds: the open ones. */
export function toQuestionItems(rows: readonly OwnRow[], known: KnownNodes): ProposedItem[] {
  const about = new Map<string, ProposedNode>();
  const questions = rows.flatMap((row): ProposedItem[] => {
    if (row.text('status') === 'answered') return [];
    const nodes = row.list('about').flatMap((id) => known.get(id) ?? []);
    for (const node of nodes) {
      about.set(node.key, {
        is: 'node',
        key: node.key,
        kind: node.kind,
        name: node.name,
        identities: [node.id],
        confidence: 'sure',
        reasons: ['named in the column "about"'],
        evidence: row.evidence('aboutNames', 'name'),
      });
    }
    return [
      {
        is: 'question',
        key: `question:${row.text('id')}`,
        text: row.text('text'),
        about: nodes.map((node) => node.key),
        blocking: row.flag('blocking') ?? false,
        confidence: 'sure',
        reasons: [`row ${row.line} of the questions`],
        evidence: row.evidence('text', 'text'),
      },
    ];
  });
  return [...about.values(), ...questions];
}
