import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Axe for a page. In its usual mode it opens a page of its own beside it to put results together; the shell lets nobody open
 * windows, so it works in the page alone (there are no frames to go into).
 */
export function makeAxe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true);
}
