import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFiles } from '#core/importers/import-files.ts';
import { acceptProposals } from '#core/intake/accept-proposals.ts';
import { toId } from '#core/model/ids.ts';
import { toEmptyPlan, type Plan } from '#core/model/plan.ts';
import { makeCountingIds } from '#support/run-commands.ts';

const root = join('assets', 'examples');

/** The plan that a person gets who tries an example and accepts all of it. */
function tryExample(example: string): Plan {
  const folder = join(root, example);
  const files = readdirSync(folder)
    .filter((name) => name !== 'about.json')
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  const empty = toEmptyPlan(toId('pl', 'pl_example'), example);
  const { proposals } = importFiles(files);
  return acceptProposals(empty, proposals, { accept: 'all' }, { makeId: makeCountingIds() }).edit.plan;
}

describe('the examples of the start page', () => {
  it.each(['bookshop', 'game-studio', 'museum', 'railway'])(
    '%s has as many servers as its card says',
    (example) => {
      const about: unknown = JSON.parse(readFileSync(join(root, example, 'about.json'), 'utf8'));
      const servers = [...tryExample(example).nodes].filter((node) => node.kind === 'server');
      expect(about).toMatchObject({ servers: servers.length });
    },
  );

  it.each(readdirSync(root))('%s brings no server that its card does not count', (example) => {
    const about: unknown = JSON.parse(readFileSync(join(root, example, 'about.json'), 'utf8'));
    const counted = typeof about === 'object' && about !== null ? Number(Reflect.get(about, 'servers')) : 0;
    const servers = [...tryExample(example).nodes].filter((node) => node.kind === 'server');
    expect(servers.length).toBeLessThanOrEqual(counted);
  });

  it('keep a machine where it is when a condition speaks of something that moves', () => {
    const plan = tryExample('bookshop');
    const [old, gitea] = ['ci-old', 'gitea'].map((name) =>
      [...plan.nodes].find((node) => node.name === name),
    );
    expect(gitea?.kind).toBe('server');
    expect(plan.nodes.get(old?.parent ?? toId('nd', 'nd_none'))?.name).toBe('Hetzner');
  });
});
