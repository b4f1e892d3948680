import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '#core/exporters/contract.ts';
import { toReportMarkdown } from '#core/exporters/markdown/plan-markdown.ts';
import { toId } from '#core/model/ids.ts';
import { clearOutPlan, inventoryOnlyPlan } from '#support/clear-out-plan.ts';
import { hosterChangePlan } from '#support/hoster-change-plan.ts';
import { clearOutReport, emptyReport } from '#support/example-reports.ts';

const all: ExportOptions = { phase: null, party: null, without: [] };

const documents = {
  'clear-out': () => toReportMarkdown('markdown', clearOutPlan(), clearOutReport, all),
  'clear-out-phase-1-without-sources': () =>
    toReportMarkdown('markdown', clearOutPlan(), clearOutReport, {
      ...all,
      phase: toId('ph', 'ph_clear'),
      without: ['sources'],
    }),
  'hoster-change': () => toReportMarkdown('markdown', hosterChangePlan(), emptyReport, all),
  'hoster-change-for-brackwater': () =>
    toReportMarkdown('markdown', hosterChangePlan(), emptyReport, { ...all, party: toId('pa', 'pa_brack') }),
  'clear-out-runbook-phase-1': () =>
    toReportMarkdown('runbook', clearOutPlan(), clearOutReport, { ...all, phase: toId('ph', 'ph_clear') }),
  'clear-out-removals': () => toReportMarkdown('removals', clearOutPlan(), clearOutReport, all),
  'clear-out-questions': () => toReportMarkdown('questions', clearOutPlan(), clearOutReport, all),
  'clear-out-without-most': () =>
    toReportMarkdown('markdown', clearOutPlan(), clearOutReport, {
      ...all,
      without: ['sources', 'notes', 'marks', 'picture', 'numbers', 'inventory', 'duties', 'unknown', 'checks'],
    }),
  'hoster-change-sheet-of-brackwater': () =>
    toReportMarkdown('handover', hosterChangePlan(), emptyReport, { ...all, party: toId('pa', 'pa_brack') }),
  'hoster-change-sheets': () => toReportMarkdown('handover', hosterChangePlan(), emptyReport, all),
  'inventory-only': () => toReportMarkdown('markdown', inventoryOnlyPlan(), emptyReport, all),
};

describe('the Markdown of example plans', () => {
  for (const [name, write] of Object.entries(documents)) {
    const file = new URL(`${name}.md`, import.meta.url);

    it(`${name} is as a person read and approved it (REHOME_GOLDEN=write writes it anew)`, () => {
      const text = write();
      if (process.env['REHOME_GOLDEN'] === 'write') writeFileSync(file, text);
      expect(text).toBe(readFileSync(file, 'utf8'));
    });

    it(`${name} keeps its raw lines within 120 columns outside of tables`, () => {
      const code = /```mermaid\n[\s\S]*?```/gu;
      const lines = write().replaceAll(code, '').split('\n');
      expect(lines.filter((line) => line.length > 120 && !line.startsWith('|'))).toEqual([]);
    });
  }
});
