import { recordWords } from '#core/document/records.ts';
import type { CollectionName, Plan } from '#core/model/plan.ts';
import type { FindName } from './plan-lookup.ts';
import { toFateWords } from './fate-words.ts';

function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return `“${line.length > 80 ? `${line.slice(0, 79).toWellFormed()}…` : line}”`;
}

/** What a record is called at the beginning of a sentence: the name of a thing, `question “…”`, `rule apart`. */
export function toRecordTitle(plan: Plan, name: CollectionName, id: string, nameOf: FindName): string {
  const of = (node: string | null): string =>
    node === null ? '' : ` of ${nameOf(node) ?? 'something that is gone'}`;
  switch (name) {
    case 'questions':
    case 'tasks':
      return `${recordWords[name]} ${quoted(plan[name].get(id)?.text ?? '')}`;
    case 'dispositions':
      return nameOf(plan.dispositions.get(id)?.node ?? '') ?? 'something that is gone';
    case 'duties': {
      const duty = plan.duties.get(id);
      if (duty === undefined) return 'duty';
      const on =
        duty.subject === null
          ? duty.environment === null
            ? ''
            : ` of ${duty.environment}`
          : of(duty.subject);
      return `duty ${duty.area}${on}`;
    }
    case 'changes': {
      const change = plan.changes.get(id);
      return change === undefined ? 'step' : toFateWords(change, nameOf).subject;
    }
    case 'rules':
      return `rule ${plan.rules.get(id)?.kind ?? ''}`;
    case 'calendar':
      return `${plan.calendar.get(id)?.kind ?? 'calendar entry'} ${plan.calendar.get(id)?.name ?? ''}`.trim();
    case 'accepted':
      return `accepted finding (${plan.accepted.get(id)?.rule ?? ''})`;
    case 'nodes':
    case 'layout':
    case 'dependencies':
      return nameOf(id) ?? `${recordWords[name]} ${id}`;
    case 'sources':
    case 'parties':
    case 'phases':
    case 'handovers':
      return nameOf(id) ?? `${recordWords[name]} ${id}`;
    default:
      return name satisfies never;
  }
}

function listNames(before: string, ids: readonly string[], nameOf: FindName): string {
  const names = ids.map((id) => nameOf(id) ?? 'something that is gone');
  return names.length === 0 ? '' : `${before}${names.join(', ')}`;
}

function toNodeNews(plan: Plan, id: string, nameOf: FindName): string {
  const node = plan.nodes.get(id);
  if (node === undefined) return 'node';
  return `${node.kind}${node.parent === null ? '' : ` on ${nameOf(node.parent) ?? 'something that is gone'}`}`;
}

/** What a record that came or went says besides its title; empty where the title says all. */
export function toRecordNews(plan: Plan, name: CollectionName, id: string, nameOf: FindName): string {
  switch (name) {
    case 'nodes':
      return toNodeNews(plan, id, nameOf);
    case 'dispositions': {
      const row = plan.dispositions.get(id);
      const agreed = row?.disposition === 'retire' ? (row.agreed ? ', agreed' : ', not agreed yet') : '';
      return `${row?.disposition ?? 'disposition'}${agreed}${row?.why === '' ? '' : `: ${row?.why ?? ''}`}`;
    }
    case 'duties': {
      const duty = plan.duties.get(id);
      const who =
        duty?.party === null || duty === undefined ? 'nobody yet' : (nameOf(duty.party) ?? 'nobody yet');
      return `${who} (${duty?.role ?? 'accountable'})`;
    }
    case 'rules':
      return listNames('', plan.rules.get(id)?.nodes ?? [], nameOf);
    case 'tasks': {
      const task = plan.tasks.get(id);
      return task === undefined ? 'task' : `on ${nameOf(task.on) ?? 'something that is gone'}`;
    }
    case 'handovers': {
      const row = plan.handovers.get(id);
      return `${row?.from === null || row === undefined ? 'nobody' : (nameOf(row.from) ?? 'nobody')} → ${nameOf(row?.to ?? '') ?? 'nobody'}`;
    }
    case 'parties':
      return plan.parties.get(id)?.kind ?? '';
    case 'questions':
      return listNames('about ', plan.questions.get(id)?.about ?? [], nameOf);
    case 'changes': {
      const change = plan.changes.get(id);
      return change === undefined ? '' : toFateWords(change, nameOf).now;
    }
    case 'sources':
      return plan.sources.get(id)?.format ?? '';
    default:
      return '';
  }
}
