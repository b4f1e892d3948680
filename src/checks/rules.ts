import type { CheckRule } from './rule.ts';
import { adminCanReach } from '#core/checks/rules/admin-can-reach.ts';
import { blockingQuestionIsAnswered } from '#core/checks/rules/blocking-question-is-answered.ts';
import { conditionIsMet } from '#core/checks/rules/condition-is-met.ts';
import { dataStaysInCountry } from '#core/checks/rules/data-stays-in-country.ts';
import { dutyHasOneAccountable } from '#core/checks/rules/duty-has-one-accountable.ts';
import { handOverIsAccepted } from '#core/checks/rules/hand-over-is-accepted.ts';
import { hasOwner } from '#core/checks/rules/has-owner.ts';
import { hostHasRoom } from '#core/checks/rules/host-has-room.ts';
import { isBackedUp } from '#core/checks/rules/is-backed-up.ts';
import { isPlaced } from '#core/checks/rules/is-placed.ts';
import { linkAcrossSitesIsEncrypted } from '#core/checks/rules/link-across-sites-is-encrypted.ts';
import { neededNodeIsThere } from '#core/checks/rules/needed-node-is-there.ts';
import { orderRespectsDependencies } from '#core/checks/rules/order-respects-dependencies.ts';
import { removalIsAgreed } from '#core/checks/rules/removal-is-agreed.ts';
import { removedNodeIsNotNeeded } from '#core/checks/rules/removed-node-is-not-needed.ts';
import { restoreIsProven } from '#core/checks/rules/restore-is-proven.ts';
import { totalMatchesSource } from '#core/checks/rules/total-matches-source.ts';
import { apartStaysApart } from '#core/checks/rules/apart-stays-apart.ts';
import { togetherStaysTogether } from '#core/checks/rules/together-stays-together.ts';
import { redundancyHolds } from '#core/checks/rules/redundancy-holds.ts';
import { datesHold } from '#core/checks/rules/dates-hold.ts';
import { linkAcrossSitesIsFastEnough } from '#core/checks/rules/link-across-sites-is-fast-enough.ts';
import { phaseIsNotOverfull } from '#core/checks/rules/phase-is-not-overfull.ts';
import { sourcesAgree } from '#core/checks/rules/sources-agree.ts';
import { secretWasInSource } from '#core/checks/rules/secret-was-in-source.ts';
import { noSinglePointOfFailure } from '#core/checks/rules/no-single-point-of-failure.ts';
import { isMonitored } from '#core/checks/rules/is-monitored.ts';
import { movedNameResolves } from '#core/checks/rules/moved-name-resolves.ts';

/** All rules, each once. A rule is in force because it stands here. */
export const checkRules: readonly CheckRule[] = [
  neededNodeIsThere,
  removedNodeIsNotNeeded,
  removalIsAgreed,
  adminCanReach,
  hostHasRoom,
  apartStaysApart,
  togetherStaysTogether,
  redundancyHolds,
  dataStaysInCountry,
  orderRespectsDependencies,
  handOverIsAccepted,
  blockingQuestionIsAnswered,
  conditionIsMet,
  datesHold,
  restoreIsProven,
  noSinglePointOfFailure,
  linkAcrossSitesIsEncrypted,
  linkAcrossSitesIsFastEnough,
  isMonitored,
  isBackedUp,
  dutyHasOneAccountable,
  movedNameResolves,
  phaseIsNotOverfull,
  totalMatchesSource,
  sourcesAgree,
  secretWasInSource,
  hasOwner,
  isPlaced,
];
