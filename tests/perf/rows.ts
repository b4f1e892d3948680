import type { Bench, Line } from './measure.ts';
import { measureChecks, measureDrop, measureFeedback } from './rows/checks.ts';
import { measureFirstPicture } from './rows/first-picture.ts';
import { measureImportAgain, measureImports } from './rows/imports.ts';
import { measureLayout } from './rows/layout.ts';
import { measureLargeMap, measureMap } from './rows/map-frames.ts';
import { measureMarkdown } from './rows/markdown.ts';
import { measureMemory } from './rows/memory.ts';
import { measureConsolidation, measureSchedule } from './rows/planning.ts';
import { measureScaling } from './rows/scaling.ts';
import { measureStart } from './rows/start.ts';
import { measureVault } from './rows/vault.ts';

/** What measures each row. */
export const rows: Readonly<Record<string, (bench: Bench) => Promise<Line[]>>> = {
  P1: measureMap,
  P2: measureLargeMap,
  P3: measureFirstPicture,
  P4: measureLayout,
  P5: measureDrop,
  P6: measureFeedback,
  P7: measureChecks,
  P8: measureVault,
  P9: measureImports,
  P10: measureImportAgain,
  P11: measureConsolidation,
  P12: measureSchedule,
  P13: measureMarkdown,
  P14: measureStart,
  P15: measureMemory,
  P16: measureScaling,
};
