import { describe, expect, it } from 'vitest';
import { applyDiff, invertDiff } from '#core/commands/records-diff.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { movePlan } from '#support/move-plan.ts';
import { doCommands, refuseCommands } from '#support/run-commands.ts';

const add = (fields: object): object => ({ command: 'add-calendar-entry', name: 'Year end', ...fields });

describe('calendar commands', () => {
  it.each([
    [{ kind: 'freeze', start: '2026-12-19', end: '2027-01-03' }],
    [{ kind: 'freeze', start: '2026-12-19' }],
    [{ kind: 'window', weekdays: [6, 7], nodes: ['nd_web'] }],
    [{ kind: 'window', start: '2026-12-01', end: '2026-12-05' }],
    [{ kind: 'notice', days: 30 }],
    [{ kind: 'notice', days: 30, start: '2026-11-01', nodes: ['nd_do'] }],
    [{ kind: 'crew', party: 'pa_1', people: 2 }],
    [{ kind: 'bandwidth', megabits: 200 }],
  ])('add, edit, keep in the file, and remove %j', (fields) => {
    const { plan, diff } = doCommands(movePlan, add(fields));
    const entry = { id: 'ca_made1', name: 'Year end', start: null, end: null, ...fields };
    expect(plan.calendar.get('ca_made1')).toEqual(entry);
    const read = parsePlanFile(toPlanFileText(plan));
    expect(read.ok && read.value.calendar.get('ca_made1')).toEqual(entry);
    expect(applyDiff(plan, invertDiff(diff)).calendar.size).toBe(0);
    const edited = doCommands(plan, {
      command: 'edit-calendar-entry',
      entry: 'year end',
      name: 'Holidays',
    }).plan;
    expect(edited.calendar.get('ca_made1')?.name).toBe('Holidays');
    const gone = doCommands(edited, { command: 'remove-calendar-entry', entry: 'Holidays' });
    expect(gone.plan.calendar.size).toBe(0);
    expect(gone.label).toMatch(/^Delete the .+ Holidays$/u);
  });

  it.each([
    [{ kind: 'freeze' }, '"start" is missing: a freeze needs "start" and "end"'],
    [{ kind: 'freeze', start: '2027-01-03', end: '2026-12-19' }, 'before it starts'],
    [{ kind: 'freeze', start: '2026-12-19', days: 3 }, 'a freeze has no "days"'],
    [{ kind: 'window' }, 'a window needs'],
    [{ kind: 'window', weekdays: [0] }, 'weekdays'],
    [{ kind: 'notice' }, '"days" is missing'],
    [{ kind: 'crew', people: 2 }, '"party" is missing'],
    [{ kind: 'crew', party: 'OSF', people: 0 }, 'people'],
    [{ kind: 'bandwidth', megabits: 0 }, 'megabits'],
    [{ kind: 'holiday' }, '"kind" must be one of window'],
  ])('refuse %j', (fields, words) => {
    expect(refuseCommands(movePlan, add(fields))).toContain(words);
  });

  it('refuse an entry that is not there, and an edit of nothing', () => {
    const { plan } = doCommands(movePlan, add({ kind: 'notice', days: 3 }));
    const edit = { command: 'edit-calendar-entry', entry: 'Year end' };
    expect(refuseCommands(plan, edit)).toContain('it changes nothing');
    expect(refuseCommands(plan, { ...edit, people: 3 })).toContain('a notice has no "people"');
    expect(refuseCommands(plan, { ...edit, entry: 'Eastern' })).toContain('no calendar entry "Eastern"');
  });

  it('lose what they were for with a removed node or party', () => {
    const { plan } = doCommands(
      movePlan,
      add({ kind: 'freeze', start: '2026-12-19', nodes: ['nd_web', 'nd_db'] }),
      { ...add({ kind: 'window', weekdays: [6], nodes: ['nd_web'] }), name: 'Saturdays' },
      { ...add({ kind: 'crew', party: 'OSF', people: 1 }), name: 'Team' },
    );
    const edit = doCommands(
      plan,
      { command: 'remove-node', node: 'nd_web' },
      { command: 'remove-party', party: 'OSF' },
    );
    expect([...edit.plan.calendar].map(({ name, nodes }) => [name, nodes])).toEqual([
      ['Year end', ['nd_db']],
    ]);
    expect(edit.notes.join(' ')).toContain('The window "Saturdays" ended');
  });
});
