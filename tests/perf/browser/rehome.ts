import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#main/vault/open-store.ts';
import type { Plan } from '#core/model/plan.ts';
import { emptyHistory, toCheckpointText } from '#persistence/workspace-text.ts';
import { endProcess, startHost } from '#support/launch-browser-mode.ts';
import type { OpenBrowser } from './open-browser.ts';
import { findPort } from './serve-pages.ts';

/** The built program in browser mode over a vault that has a plan in it. */
export interface RehomeHost {
  readonly link: string;
  readonly close: () => Promise<void>;
}

/** Puts a plan into a vault of its own and starts the built program over it. */
export async function startRehome(plan: Plan): Promise<RehomeHost> {
  const folder = mkdtempSync(join(tmpdir(), 'rehome-bench-map-'));
  const { vault } = openStore({ dataFolder: folder });
  await vault.sweep();
  const written = await vault.writeCheckpoint({
    planId: plan.id,
    name: plan.name,
    revision: plan.revision,
    writer: 'bench',
    checkpoint: await toCheckpointText({ plan, history: emptyHistory }),
  });
  if (!written.ok) throw new Error(written.error.message);
  await vault.settle();
  const { child, link } = await startHost(await findPort(), folder);
  return {
    link,
    close: async () => {
      await endProcess(child, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Opens the plan from the list of the start page, and waits for its map to be drawn and still. */
export async function openRehome({ page }: OpenBrowser, link: string, plan: Plan): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: plan.name }).first().click();
  await page.locator('.react-flow').waitFor({ timeout: 120_000 });
  // The checks are made behind the picture; what is measured afterwards shall not meet them.
  await page
    .getByText(/ checked$/u)
    .first()
    .waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1500);
}

/** The name of a server in the middle of the list. */
export function findLargeServer(plan: Plan): string {
  const servers = [...plan.nodes].filter((node) => node.kind === 'server');
  const server = servers[Math.floor(servers.length / 2)];
  if (server === undefined) throw new Error('the plan has no server');
  return server.name;
}
