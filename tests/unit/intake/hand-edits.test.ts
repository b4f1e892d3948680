import { describe, expect, it } from 'vitest';
import { diffPlans, isEmptyDiff } from '#core/commands/records-diff.ts';
import { acceptProposals } from '#core/intake/accept-proposals.ts';
import { importFiles } from '#core/importers/import-files.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf } from '#support/build-plan.ts';
import { doCommands, makeCountingIds } from '#support/run-commands.ts';

const encoder = new TextEncoder();
const makeId = makeCountingIds();

function take(plan: Plan, name: string, ...rows: readonly string[]): Plan {
  return takeText(plan, name, ['Name,OS,Host,Strategy', ...rows, ''].join('\n'));
}

function takeText(plan: Plan, name: string, text: string): Plan {
  const { proposals } = importFiles([{ name, bytes: encoder.encode(text) }]);
  return acceptProposals(plan, proposals, { accept: 'sure-and-likely' }, { makeId }).edit.plan;
}

function web(plan: Plan): { os: string | null; place: string | undefined; fate: string | undefined } {
  const node = [...plan.nodes].find((each) => each.name === 'web');
  return {
    os: node?.os ?? null,
    place: plan.nodes.get(node?.parent ?? null)?.name,
    fate: [...plan.dispositions].find((each) => each.node === node?.id)?.disposition,
  };
}

describe('what a person gave a field', () => {
  it('stays when they chose just what a source says, and that source changes its mind', () => {
    const both = take(take(planOf(), 'a.csv', 'web,Debian 11,,'), 'b.csv', 'web,Debian 12,,');
    expect(web(both).os).toBe('Debian 11');
    const chosen = doCommands(both, { command: 'edit-node', node: 'web', os: 'Debian 12' }).plan;
    const later = take(chosen, 'b.csv', 'web,Debian 13,,');
    expect(web(later).os).toBe('Debian 12');
    expect(web(take(later, 'a.csv', 'web,Debian 14,,')).os).toBe('Debian 12');
    expect(isEmptyDiff(diffPlans(later, take(later, 'b.csv', 'web,Debian 13,,')))).toBe(true);
  });

  it('stays when another source first says the same and then something else', () => {
    const edited = doCommands(take(planOf(), 'a.csv', 'web,,,Rehost'), {
      command: 'set-disposition',
      node: 'web',
      disposition: 'retire',
      why: 'old',
    }).plan;
    const agreed = take(edited, 'b.csv', 'web,,,Retire');
    expect(web(take(agreed, 'b.csv', 'web,,,Rehost')).fate).toBe('retire');
  });

  it('stays when they put back what an earlier import had left', () => {
    let plan = take(planOf(), 'a.csv', 'web,,esx1,', 'db,,esx2,');
    plan = take(take(plan, 'b.csv', 'web,,esx1,'), 'b.csv', 'web,,esx2,');
    expect(web(plan).place).toBe('esx2');
    plan = doCommands(plan, { command: 'edit-node', node: 'web', parent: 'esx1' }).plan;
    plan = take(plan, 'a.csv', 'web,,esx1,', 'db,,esx2,');
    expect(web(take(plan, 'b.csv', 'web,,esx1,')).place).toBe('esx1');
    expect(web(take(plan, 'a.csv', 'web,,esx2,', 'db,,esx2,')).place).toBe('esx1');
  });

  it('stays when they decided before any source did, also for "it stays"', () => {
    const bare = take(planOf(), 'a.csv', 'web,,,');
    const decided = doCommands(bare, {
      command: 'set-disposition',
      node: 'web',
      disposition: 'retain',
      why: 'needed',
    }).plan;
    expect(web(take(decided, 'a.csv', 'web,,,Rehost')).fate).toBe('retain');
  });

  it('stays when the source only learns an id of the machine meanwhile', () => {
    const bare = take(planOf(), 'a.csv', 'web,Debian 11,,');
    const edited = doCommands(bare, { command: 'edit-node', node: 'web', os: 'Debian 12' }).plan;
    const agreed = take(edited, 'a.csv', 'web,Debian 12,,');
    const known = takeText(
      agreed,
      'a.csv',
      'Name,OS,UUID\nweb,Debian 12,aaaaaaaa-0000-4000-8000-000000000001\n',
    );
    expect(web(take(known, 'a.csv', 'web,Debian 13,,')).os).toBe('Debian 12');
  });

  it('follows the sources again where nobody edited', () => {
    const both = take(take(planOf(), 'a.csv', 'web,Debian 11,,'), 'b.csv', 'web,Debian 11,,');
    expect(web(take(both, 'b.csv', 'web,Debian 13,,')).os).toBe('Debian 13');
  });
});
