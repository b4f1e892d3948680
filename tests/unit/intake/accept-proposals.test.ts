import { describe, expect, it } from 'vitest';
import { applyDiff, invertDiff, isEmptyDiff } from '#core/commands/records-diff.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import type { IntakeDecisions } from '#core/intake/accept-proposals.ts';
import { previewIntake } from '#core/intake/preview-intake.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf } from '#support/build-plan.ts';
import { importTexts } from '../importers/import-text.ts';
import { getNode, takeFiles } from './take-files.ts';

const servers = `Name,RAM (GB),OS,Host,Owner,Depends on,Strategy,Wave,Target
web02,4,Debian 12,pve1,Ops team,db01,Rehost,Wave 1,pve9
db01,16,Debian 11,pve1,Ops team,,Retire,Wave 2,
`;
const again = servers
  .replace('4,Debian 12', '8,Debian 13')
  .replace('db01,16,Debian 11,pve1,Ops team,,Retire,Wave 2,\n', 'mx1,2,,pve1,,,,,\n');

describe('acceptProposals', () => {
  it('takes a table over as one edit that can be taken back', () => {
    const plan = planOf();
    const { edit, summary } = takeFiles(plan, { 'servers.csv': servers });
    expect(edit.label).toBe('Import servers.csv');
    expect(edit.plan.revision).toBe(plan.revision + 1);
    expect(summary.found).toMatchObject({
      server: 2,
      host: 2,
      party: 1,
      duty: 2,
      dependency: 1,
      phase: 2,
      move: 1,
      disposition: 2,
    });
    const web = getNode(edit.plan, 'web02');
    expect(web).toMatchObject({ kind: 'server', os: 'Debian 12', parent: getNode(edit.plan, 'pve1').id });
    expect(web.id).toMatch(/^nd_[0-9a-f]{16}$/u);
    expect(web.evidence).toContainEqual({
      source: [...edit.plan.sources][0]?.id,
      line: 2,
      quote: 'web02',
      field: 'name',
    });
    expect([...edit.plan.changes]).toEqual([
      expect.objectContaining({ kind: 'move', node: web.id, to: getNode(edit.plan, 'pve9').id }),
    ]);
    expect([...edit.plan.dispositions].map((each) => each.agreed)).toEqual([false, false]);
    expect(toPlanFileText(applyDiff(edit.plan, invertDiff(edit.diff)))).toBe(
      toPlanFileText({ ...plan, revision: edit.plan.revision }),
    );
  });

  it('changes nothing when the same file comes twice, also after the plan was saved and opened', () => {
    const first = takeFiles(planOf(), { 'servers.csv': servers }).edit.plan;
    const second = takeFiles(first, { 'servers.csv': servers }).edit;
    expect(isEmptyDiff(second.diff)).toBe(true);
    expect(second.plan).toBe(first);
    const opened = parsePlanFile(toPlanFileText(first));
    if (!opened.ok) throw new Error(opened.error.message);
    expect(takeFiles(opened.value, { 'servers.csv': servers }).edit.diff.collections).toEqual({});
  });

  it('follows the source where nobody edited, and keeps every edit', () => {
    const first = takeFiles(planOf(), { 'servers.csv': servers }).edit.plan;
    const web = getNode(first, 'web02');
    const edited = {
      ...first,
      nodes: first.nodes.put([{ ...web, os: 'Debian 12 hardened', tags: ['mine'] }]),
    };
    const { edit, summary } = takeFiles(edited, { 'servers.csv': again });
    expect(getNode(edit.plan, 'web02')).toMatchObject({
      os: 'Debian 12 hardened',
      tags: ['mine'],
      capacity: { memoryMiB: 8192 },
    });
    expect(summary.conflicts).toEqual([
      expect.objectContaining({ field: 'os', kept: 'Debian 12 hardened', found: 'Debian 13', edited: true }),
    ]);
    expect(getNode(edit.plan, 'mx1').parent).toBe(getNode(edit.plan, 'pve1').id);
  });

  it('proposes what is gone as removed, and never drops it', () => {
    const first = takeFiles(planOf(), { 'servers.csv': servers }).edit.plan;
    const later = again.replace('Ops team,db01,', 'Ops team,,');
    const { edit, summary } = takeFiles(first, { 'servers.csv': later });
    expect(getNode(edit.plan, 'db01').kind).toBe('server');
    expect(summary.pending).toContainEqual(
      expect.objectContaining({ why: 'gone', name: 'db01', is: 'nodes' }),
    );
    expect(isEmptyDiff(takeFiles(edit.plan, { 'servers.csv': later }).edit.diff)).toBe(true);
    const back = takeFiles(edit.plan, { 'servers.csv': servers });
    expect(back.summary.pending.filter((each) => each.name === 'db01')).toEqual([]);
  });

  it('keeps what is known of a thing that is only named any more', () => {
    const first = takeFiles(planOf(), { 'servers.csv': servers }).edit.plan;
    const { edit } = takeFiles(first, { 'servers.csv': again });
    expect(getNode(edit.plan, 'db01')).toMatchObject({ kind: 'server', capacity: { memoryMiB: 16_384 } });
    expect(isEmptyDiff(takeFiles(edit.plan, { 'servers.csv': again }).edit.diff)).toBe(true);
  });

  it('recognises a renamed machine by its address', () => {
    const first = takeFiles(planOf(), { 'a.csv': 'Name,IP,Notes\nweb02,10.0.0.7,x\n' }).edit.plan;
    const { edit, summary } = takeFiles(first, { 'a.csv': 'Name,IP,Notes\nfront,10.0.0.7,x\n' });
    expect(edit.plan.nodes.map(({ id, name }) => [id, name])).toEqual([
      [getNode(first, 'web02').id, 'front'],
    ]);
    expect(summary.pending).toEqual([]);
  });

  it('does not bring back what a person deleted', () => {
    const first = takeFiles(planOf(), { 'servers.csv': servers }).edit.plan;
    const gone = getNode(first, 'db01').id;
    const deleted: Plan = {
      ...first,
      nodes: first.nodes.drop([gone]),
      dependencies: first.dependencies.drop(
        first.dependencies.filter((row) => row.to === gone).map((row) => row.id),
      ),
      duties: first.duties.drop(first.duties.filter((row) => row.subject === gone).map((row) => row.id)),
      dispositions: first.dispositions.drop(
        first.dispositions.filter((row) => row.node === gone).map((row) => row.id),
      ),
    };
    const { edit } = takeFiles(deleted, { 'servers.csv': servers });
    expect(edit.plan.nodes.filter((each) => each.name === 'db01')).toEqual([]);
    expect(edit.plan.dependencies.size).toBe(0);
    const third = takeFiles(edit.plan, { 'servers.csv': servers });
    expect(isEmptyDiff(third.edit.diff)).toBe(true);
  });

  it('joins the same machine of two sources by name, full name and address, and keeps both evidences', () => {
    const files = {
      'a.csv': 'Name,IP,OS\nweb02,10.0.0.7,Debian 12\ndb01.acme.test,10.0.0.8,\nmx1,10.0.0.9,\n',
      'b.csv': 'Hostname,IP,Environment\nWEB02,,prod\ndb01,,prod\nmail-box,10.0.0.9,prod\n',
    };
    const { edit } = takeFiles(planOf(), files);
    expect(edit.plan.nodes.size).toBe(3);
    expect(getNode(edit.plan, 'web02')).toMatchObject({
      environment: 'production',
      os: 'Debian 12',
      aliases: [],
    });
    expect(getNode(edit.plan, 'db01.acme.test').aliases).toEqual(['db01']);
    expect(getNode(edit.plan, 'mx1').aliases).toEqual(['mail-box']);
    for (const each of edit.plan.nodes)
      expect(new Set(each.evidence.map(({ source }) => source)).size).toBe(2);
  });

  it('keeps machines apart that share a local address or stand in one source', () => {
    const text = 'Name,IP\nweb02,127.0.0.1\nweb03,127.0.0.1\nweb02.acme.test,10.0.0.7\n';
    expect(takeFiles(planOf(), { 'a.csv': text }).edit.plan.nodes.size).toBe(3);
    const other = takeFiles(planOf(), {
      'a.csv': 'Name,IP\na1,127.0.0.1\n',
      'b.csv': 'Name,IP\nb1,127.0.0.1\n',
    });
    expect(other.edit.plan.nodes.size).toBe(2);
  });

  it('puts conflicting facts side by side; the first stays, and a second import does not double them', () => {
    const files = {
      'a.csv': 'Name,OS,RAM (GB)\nweb02,Debian 12,4\n',
      'b.csv': 'Name,OS,RAM (GB)\nweb02,Ubuntu 22.04,4\n',
    };
    const { edit, summary } = takeFiles(planOf(), files);
    const web = getNode(edit.plan, 'web02');
    expect(web.os).toBe('Debian 12');
    expect(web.conflicts.map(({ field, values }) => [field, values.map((each) => each.value)])).toEqual([
      ['os', ['Debian 12', 'Ubuntu 22.04']],
    ]);
    expect(web.conflicts[0]?.values.map((each) => each.evidence[0]?.quote)).toEqual([
      'Debian 12',
      'Ubuntu 22.04',
    ]);
    expect(summary.conflicts).toEqual([expect.objectContaining({ field: 'os', edited: false, line: 2 })]);
    expect(isEmptyDiff(takeFiles(edit.plan, files).edit.diff)).toBe(true);
  });

  it('takes a narrower place of a second source without a conflict', () => {
    const files = {
      'a.csv': 'Name,Provider,Region\nweb02,Hetzner,FSN1\n',
      'b.csv': 'Name,Provider\nweb02,Hetzner\n',
    };
    const { edit, summary } = takeFiles(planOf(), files);
    expect(getNode(edit.plan, 'web02').parent).toBe(getNode(edit.plan, 'FSN1').id);
    expect(summary.conflicts).toEqual([]);
    const turned = takeFiles(planOf(), { 'a.csv': files['b.csv'], 'b.csv': files['a.csv'] });
    expect(getNode(turned.edit.plan, 'web02').parent).toBe(getNode(turned.edit.plan, 'FSN1').id);
  });

  it('joins the ends of a dependency table with the machines and services of another file', () => {
    const { edit } = takeFiles(planOf(), {
      'links.csv': 'Source,Destination,Port\nweb02,db01,5432\nweb02,Shop,80\n',
      'servers.csv': 'Name,Service\nweb02.acme.test,\ndb01,Shop\n',
    });
    const names = (plan: Plan): string[] => plan.nodes.map((each) => `${each.kind}:${each.name}`).sort();
    expect(names(edit.plan)).toEqual(['server:db01', 'server:web02.acme.test', 'service:Shop']);
    const links = takeFiles(planOf(), { 'links.csv': 'Source,Destination,Port\nweb02,Shop,80\n' }).edit.plan;
    const later = takeFiles(links, { 'servers.csv': 'Name,Service\nweb02.acme.test,\ndb01,Shop\n' }).edit
      .plan;
    expect(names(later)).toEqual(['server:db01', 'server:web02', 'service:Shop']);
    expect(getNode(later, 'Shop').parent).toBe(getNode(later, 'db01').id);
    expect([...edit.plan.dependencies]).toHaveLength(2);
  });

  it('lets uncertain things and what rests on them wait, never with a dangling reference', () => {
    const text = 'Name,Depends on\nweb02,the old billing thing on Bob his desk\n';
    const { edit, summary } = takeFiles(planOf(), { 'a.csv': text });
    expect(edit.plan.nodes.size).toBe(1);
    expect(edit.plan.dependencies.size).toBe(0);
    expect(summary.pending.map(({ is, why }) => [is, why])).toEqual([
      ['node', 'uncertain'],
      ['dependency', 'uncertain'],
    ]);
    expect([...edit.plan.sources][0]?.pending).toHaveLength(2);
    const all = takeFiles(edit.plan, { 'a.csv': text }, { accept: 'all' });
    expect(all.edit.plan.dependencies.size).toBe(1);
    expect(all.summary.pending).toEqual([]);
  });

  it('remembers rejections and corrections', () => {
    const decisions: IntakeDecisions = {
      accept: 'sure-and-likely',
      chosen: { 'servers.csv#server:db01': 'reject' },
      corrections: { 'servers.csv#server:web02': { os: 'Alpine', name: 'web-02', key: 'x', aliases: 7 } },
    };
    const { edit, summary } = takeFiles(planOf(), { 'servers.csv': servers }, decisions);
    expect(edit.plan.nodes.filter((each) => each.name === 'db01')).toEqual([]);
    expect(getNode(edit.plan, 'web-02')).toMatchObject({ os: 'Alpine', aliases: [] });
    expect(summary.pending.map(({ is, why }) => [is, why])).toContainEqual([
      'dependency',
      'missing-reference',
    ]);
    expect(isEmptyDiff(takeFiles(edit.plan, { 'servers.csv': servers }).edit.diff)).toBe(true);
  });

  it('takes only what was chosen when asked so', () => {
    const { edit } = takeFiles(
      planOf(),
      { 'servers.csv': servers },
      { accept: 'chosen', chosen: { 'servers.csv#host:pve1': 'accept' } },
    );
    expect(edit.plan.nodes.map((each) => each.name)).toEqual(['pve1']);
  });

  it('says for the review what each item would do', () => {
    const first = takeFiles(planOf(), { 'servers.csv': servers }).edit.plan;
    const { proposals } = importTexts({ 'servers.csv': again, 'other.csv': 'Name,OS\nweb02,BSD\n' });
    const preview = previewIntake(first, proposals).items;
    expect(preview.get('servers.csv#server:web02')?.status).toBe('changed');
    expect(preview.get('servers.csv#host:pve1')?.status).toBe('same');
    expect(preview.get('servers.csv#server:mx1')?.status).toBe('new');
    expect(preview.get('other.csv#server:web02')).toMatchObject({
      status: 'conflict',
      matched: 'same name: web02',
    });
  });
});
