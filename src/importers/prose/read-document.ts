import type { ProposedItem, SourceLine } from '#core/importers/contract.ts';
import type { StatedTotal } from '#core/model/source.ts';
import type { Dialect } from '#core/importers/prose/outline/block.ts';
import { toOutline } from '#core/importers/prose/outline/to-outline.ts';
import { mergeParties } from '#core/importers/prose/proposal/merge-parties.ts';
import { mergeSites } from '#core/importers/prose/proposal/merge-sites.ts';
import { mergeUnplaced } from '#core/importers/prose/proposal/merge-unplaced.ts';
import { emptyDraft } from '#core/importers/prose/proposal/draft.ts';
import { toItems } from '#core/importers/prose/proposal/to-items.ts';
import {
  readEstateProvider,
  readPartedSites,
  readNestedMachines,
  readProviderSections,
  readSiteSections,
} from '#core/importers/prose/statements/estate-wide.ts';
import {
  readClasses,
  readCountedClasses,
  readDescribed,
  readProviderFor,
} from '#core/importers/prose/statements/described.ts';
import { readNamedSites } from '#core/importers/prose/statements/named-sites.ts';
import { findTotals, toTotals } from '#core/importers/prose/statements/totals.ts';
import { readDutyLists } from '#core/importers/prose/statements/duty-lists.ts';
import { readApplications, readTwins } from '#core/importers/prose/statements/mentioned-only.ts';
import { readResources } from '#core/importers/prose/statements/resources.ts';
import { readCosts } from '#core/importers/prose/statements/costs.ts';
import { readAccesses } from '#core/importers/prose/statements/access.ts';
import { readDutyLabels } from '#core/importers/prose/statements/duty-labels.ts';
import { readDuties } from '#core/importers/prose/statements/duties.ts';
import { readFacts, readPlaceLines } from '#core/importers/prose/statements/facts.ts';
import { readGateways } from '#core/importers/prose/statements/gateways.ts';
import { meetTotal } from '#core/importers/prose/statements/candidates.ts';
import { findServerCandidates } from '#core/importers/prose/statements/find-servers.ts';
import { findLowerParties } from '#core/importers/prose/statements/lower-parties.ts';
import { readOwnerEntries } from '#core/importers/prose/statements/owner-entries.ts';
import { readOwnedTitles, readPeopleLists } from '#core/importers/prose/statements/owned-titles.ts';
import { findNotUnderstood, readNotes } from '#core/importers/prose/statements/notes.ts';
import { readQuestions } from '#core/importers/prose/statements/questions.ts';
import type { Reading } from '#core/importers/prose/statements/reading.ts';
import { readRelations } from '#core/importers/prose/statements/relations.ts';
import { readRemovals } from '#core/importers/prose/statements/removals.ts';
import { readStatuses } from '#core/importers/prose/statements/statuses.ts';
import { makeNameFinder } from '#core/importers/prose/statements/resolve.ts';
import { readInlineServices } from '#core/importers/prose/statements/inline-services.ts';
import { readProviderLists, readServiceTitles } from '#core/importers/prose/statements/service-titles.ts';
import { readServiceLists } from '#core/importers/prose/statements/service-lists.ts';
import { readKept } from '#core/importers/prose/statements/kept.ts';
import { isMachineListing } from '#core/importers/prose/statements/inferred-columns.ts';
import { readLabelled } from '#core/importers/prose/statements/labelled.ts';
import { findSiteCodes } from '#core/importers/prose/statements/site-codes.ts';
import { findSaidNames } from '#core/importers/prose/statements/said-names.ts';
import { readListedServices } from '#core/importers/prose/statements/services.ts';
import {
  introduceKnown,
  makeServers,
  readEnvironments,
  readTitleSubjects,
} from '#core/importers/prose/statements/subjects.ts';
import { readTableRelations } from '#core/importers/prose/statements/table-relations.ts';
import { readTables } from '#core/importers/prose/statements/tables.ts';
import { readTalkTogether } from '#core/importers/prose/statements/talk-together.ts';
import { readUsedSoftware } from '#core/importers/prose/statements/used-software.ts';
import { readUnknownHosters } from '#core/importers/prose/statements/unknown-hosters.ts';
import { toUnits } from '#core/importers/prose/statements/unit.ts';

/** What a document says. */
interface DocumentFacts {
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
  const outline = toOutline(dialect, lines, isMachineListing);
  const list = toUnits(outline);
  const reading: Reading = {
    ...list,
    draft: emptyDraft(),
    own: new Map(),
    mentioned: new Map(),
    said: new Map(),
    lowerParties: findLowerParties(list.units),
    siteCodes: findSiteCodes(list.units),
  };
  const candidates = findServerCandidates(list);
  const totals = findTotals(reading);
  for (const total of totals) {
    meetTotal(candidates, total.stated);
    reading.draft.understood.add(total.unit.index);
  }
  makeServers(reading, candidates.values());
  readUnknownHosters(reading);
  readTables(reading);
  introduceKnown(reading);
  readTitleSubjects(reading);
  readEnvironments(reading);
  readLabelled(reading);
  readListedServices(reading);
  readInlineServices(reading);
  readServiceTitles(reading);
  readOwnedTitles(reading);
  readServiceLists(reading);
  readProviderLists(reading);
  readProviderSections(reading);
  readNestedMachines(reading);
  readSiteSections(reading);
  readClasses(reading);
  readCountedClasses(reading);
  readDescribed(reading);
  readProviderFor(reading);
  readTwins(reading);
  readApplications(reading);
  readUsedSoftware(reading);
  readResources(reading);
  const provider = readEstateProvider(reading);
  readPlaceLines(reading);
  readPartedSites(reading, provider);
  for (const [words, key] of findSaidNames(reading)) reading.said.set(words, key);
  readRelations(reading, () => makeNameFinder(reading));
  const finder = makeNameFinder(reading);
  readTableRelations(reading, finder);
  readTalkTogether(reading, finder);
  readFacts(reading);
  readCosts(reading, finder);
  readGateways(reading);
  readDuties(reading, finder);
  readDutyLabels(reading, finder);
  readOwnerEntries(reading, finder);
  readPeopleLists(reading);
  readAccesses(reading, finder);
  readDutyLists(reading, finder);
  mergeParties(reading.draft);
  readRemovals(reading, finder);
  readStatuses(reading, finder);
  readQuestions(reading, finder);
  readNotes(reading);
  readKept(reading, finder);
  readNamedSites(reading);
  mergeSites(reading.draft);
  mergeUnplaced(reading.draft);
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
