import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clearOut } from '#support/worked/clear-out.ts';
import { environments } from '#support/worked/environments.ts';
import { managedServices } from '#support/worked/managed-services.ts';
import { newHoster } from '#support/worked/new-hoster.ts';
import { whoIsCalled } from '#support/worked/who-is-called.ts';
import { findLeftErrors, runExample, toExampleMarkdown } from '#support/worked/worked-example.ts';

const examples = {
  environments,
  'clear-out': clearOut,
  'new-hoster': newHoster,
  'managed-services': managedServices,
  'who-is-called': whoIsCalled,
};

describe('the worked examples', () => {
  for (const [name, example] of Object.entries(examples)) {
    it(`${name} reads as a person approved it (REHOME_GOLDEN=write writes it anew)`, () => {
      const file = new URL(`worked/${name}.md`, import.meta.url);
      const text = toExampleMarkdown(example);
      if (process.env['REHOME_GOLDEN'] === 'write') writeFileSync(file, text);
      expect(text).toBe(readFileSync(file, 'utf8'));
    });

    it(`${name} has errors as first planned, and after the repairs at most those of today that it ends`, () => {
      const stages = runExample(example);
      expect(stages.planned.report.counts.error).toBeGreaterThan(0);
      expect(findLeftErrors(stages)).toEqual([]);
      expect(stages.repaired.report.findings.filter((each) => each.repair !== null)).toEqual([]);
    });
  }
});
