import type { ProposedItem, SourceLine } from '../contract.ts';
import type { StatedTotal } from '#core/model/source.ts';
import type { Dialect } from './outline/block.ts';
import { toOutline } from './outline/to-outline.ts';
import { mergeParties } from './proposal/merge-parties.ts';
import { emptyDraft } from './proposal/draft.ts';
import { toItems } from './proposal/to-items.ts';
import { readEstateProvider, readPartedSites } from './statements/estate-wide.ts';
import { readClasses, readDescribed, readProviderFor } from './statements/described.ts';
import { readDutyLists } from './statements/duty-lists.ts';
import { readApplications, readTwins } from './statements/mentioned-only.ts';
import { readResources } from './statements/resources.ts';
import { readAccesses } from './statements/access.ts';
import { readDuties } from './statements/duties.ts';
import { findTotals, readFacts, readGateways, readPlaceLines, toTotals } from './statements/facts.ts';
import { findServerCandidates, meetTotal } from './statements/find-servers.ts';
import { findLowerParties } from './statements/lower-parties.ts';
import { findNotUnderstood, readNotes } from './statements/notes.ts';
import { readQuestions } from './statements/questions.ts';
import type { Reading } from './statements/reading.ts';
import { readRelations } from './statements/relations.ts';
import { readRemovals } from './statements/removals.ts';
import { makeNameFinder } from './statements/resolve.ts';
import { readInlineServices } from './statements/inline-services.ts';
import { readProviderLists, readServiceTitles } from './statements/service-titles.ts';
import { readListedServices } from './statements/services.ts';
import { makeServers, readEnvironments, readTitleSubjects } from './statements/subjects.ts';
import { readTables } from './statements/tables.ts';
import { toUnits } from './statements/unit.ts';

/** What a document says. */
export interface DocumentFacts {
  readonly items: readonly ProposedItem[];
  readonly totals: readonly StatedTotal[];
  readonly notUnderstood: readonly SourceLine[];
  readonly notes: readonly { readonly line: number; readonly why: string }[];
}

/**
 * Reads a document: outline, then statements, then the proposal. Names are weighed over the whole document before anything is
 * made of them, so the order of sections does not matter.
 */
export function readDocument(dialect: Dialect, lines: readonly string[]): DocumentFacts {
  const outline = toOutline(dialect, lines);
  const list = toUnits(outline);
  const reading: Reading = {
    ...list,
    draft: emptyDraft(),
    own: new Map(),
    mentioned: new Map(),
    lowerParties: findLowerParties(list.units),
  };
  const candidates = findServerCandidates(list);
  const totals = findTotals(reading);
  for (const total of totals) {
    meetTotal(candidates, total.stated);
    reading.draft.understood.add(total.unit.index);
  }
  makeServers(reading, candidates.values());
  readTables(reading);
  readTitleSubjects(reading);
  readEnvironments(reading);
  readListedServices(reading);
  readInlineServices(reading);
  readServiceTitles(reading);
  readProviderLists(reading);
  readClasses(reading);
  readDescribed(reading);
  readProviderFor(reading);
  readTwins(reading);
  readApplications(reading);
  readResources(reading);
  const provider = readEstateProvider(reading);
  readPlaceLines(reading);
  readPartedSites(reading, provider);
  readRelations(reading, makeNameFinder(reading));
  const finder = makeNameFinder(reading);
  readFacts(reading);
  readGateways(reading);
  readDuties(reading, finder);
  readAccesses(reading, finder);
  readDutyLists(reading, finder);
  mergeParties(reading.draft);
  readRemovals(reading);
  readQuestions(reading, finder);
  readNotes(reading);
  const items = toItems(reading.draft);
  const servers = items.reduce(
    (sum, item) => sum + (item.is === 'node' && item.kind === 'server' ? (item.count ?? 0) : 0),
    0,
  );
  return {
    items,
    totals: toTotals(totals, servers),
    notUnderstood: findNotUnderstood(reading),
    notes: outline.notes,
  };
}
