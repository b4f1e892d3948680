import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import type { ExportOptions } from '#core/exporters/contract.ts';
import { csvExporter } from '#core/exporters/csv/csv-exporter.ts';
import { exporters } from '#core/exporters/exporters.ts';
import { jsonExporter } from '#core/exporters/json/json-exporter.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf } from '#support/build-plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { hosterChangePlan } from '#support/hoster-change-plan.ts';
import { clearOutReport, emptyReport } from '#support/example-reports.ts';

const all: ExportOptions = { phase: null, party: null, without: [] };

type Rows = readonly Record<string, string>[];

function tables(plan = clearOutPlan(), options = all): Record<string, Rows> {
  const { files } = csvExporter.export(plan, emptyReport, options);
  return Object.fromEntries(
    files.map((file) => [
      file.path,
      Papa.parse<Record<string, string>>(String(file.content), {
        header: true,
        delimiter: ',',
        skipEmptyLines: true,
      }).data,
    ]),
  );
}

describe('the exporters', () => {
  it('are listed by the names that the command line knows', () => {
    expect(exporters.map((each) => each.format)).toEqual([
      'markdown',
      'runbook',
      'handover',
      'removals',
      'questions',
      'html',
      'mermaid',
      'svg',
      'json',
      'csv',
      'xlsx',
      'ics',
      'github-issues',
      'gitlab-csv',
      'jira-csv',
      'aws-migration-hub',
      'azure-migrate',
      'google-migration-center',
      'konveyor',
      'netbox',
    ]);
  });

  it('write safe relative paths and the same bytes twice', () => {
    for (const exporter of exporters) {
      const first = exporter.export(clearOutPlan(), clearOutReport, all);
      expect(exporter.export(clearOutPlan(), clearOutReport, all)).toEqual(first);
      for (const file of first.files) expect(file.path).toMatch(/^(?:bodies\/)?[^/\\:*?"<>|]+$/u);
    }
  });
});

describe('E1, E2 the CSV export', () => {
  it('has the tables and headings that are documented', () => {
    const found = tables();
    expect(Object.keys(found)).toEqual([
      'nodes.csv',
      'dependencies.csv',
      'duties.csv',
      'changes.csv',
      'tasks.csv',
      'questions.csv',
    ]);
    expect(Object.keys(found['nodes.csv']?.[0] ?? {}).join(',')).toBe(
      'id,kind,type,name,parent,path,environment,status,os,addresses,domains,tags,vcpu,memoryMiB,diskGiB,usedVcpu,usedMemoryMiB,usedDiskGiB,cost,currency,owner,disposition,phase,target,notes,source,parentId,aliases,count,jurisdiction,data,costPer',
    );
    expect(Object.keys(found['dependencies.csv']?.[0] ?? {}).join(',')).toBe(
      'id,from,fromName,to,toName,type,protocol,port,encrypted,latencyMs',
    );
  });

  it('tells of a node where it stands, whose it is and what becomes of it', () => {
    const nodes = tables()['nodes.csv'] ?? [];
    expect(nodes).toHaveLength(16);
    expect(nodes.find((row) => row['name'] === 'shop1')).toMatchObject({
      parent: 'Harbour Cloud',
      path: 'Harbour Cloud/shop1',
      memoryMiB: '8192',
      owner: 'Operations',
      phase: 'Move the shop',
      target: 'ny1',
      source: 'machines.md:7',
    });
    expect(nodes.find((row) => row['name'] === 'news1')).toMatchObject({
      disposition: 'retire',
      phase: 'Clear out',
      target: '',
    });
  });

  it('has the steps in order and the day that a T minus means', () => {
    const found = tables();
    expect(
      found['changes.csv']?.map((row) => `${row['number']} ${row['kind']} ${row['subjectName']}`),
    ).toEqual([
      '1 remove news1',
      '2 remove oldwiki',
      '3 remove build1',
      '4 add ny1',
      '5 move shop1',
      '6 resize orders-db2',
      '7 rewire shop1 → gate1',
    ]);
    expect(found['tasks.csv']?.find((row) => row['due'] === 'T-7')).toMatchObject({
      dueDate: '2026-11-30',
      owner: 'Operations',
    });
  });

  it('says what an import of the tables does not read, of a plan that has it and of none', () => {
    const lossOf = (plan: Plan): Record<string, number> => {
      const { notFitted } = csvExporter.export(plan, emptyReport, all);
      return Object.fromEntries(notFitted.map(({ field, count }) => [field.split(',')[0], count]));
    };
    const plan = clearOutPlan();
    expect(lossOf(plan)).toMatchObject({ steps: plan.changes.size, tasks: plan.tasks.size });
    expect(lossOf(planOf())).toEqual({});
  });

  it('narrows to a phase and to a party', () => {
    const phase = tables(clearOutPlan(), { ...all, phase: toId('ph', 'ph_clear') });
    expect(phase['changes.csv']).toHaveLength(3);
    const party = tables(hosterChangePlan(), { ...all, party: toId('pa', 'pa_brack') });
    expect(party['duties.csv']?.every((row) => row['partyName'] === 'Brackwater')).toBe(true);
    expect(party['tasks.csv']).toHaveLength(2);
  });
});

describe('E6 the JSON export', () => {
  it('is the plan file itself', () => {
    const plan = hosterChangePlan();
    const [file] = jsonExporter.export(plan, emptyReport, all).files;
    expect(file?.path).toBe('Production-to-Brackwater.rehome.json');
    expect(file?.content).toBe(toPlanFileText(plan));
    expect(parsePlanFile(String(file?.content)).ok).toBe(true);
  });
});
