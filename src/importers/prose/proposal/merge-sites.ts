import type { Draft } from './draft.ts';

/**
 * Drops a site that a text named before its hoster was known, when the same site stands inside a hoster and nothing is placed in the
 * bare one: its evidence and reasons go over.
 */
export function mergeSites(draft: Draft): void {
  const used = new Set([...draft.things.values()].map((thing) => thing.parent));
  const sites = [...draft.things.values()].filter((thing) => thing.kind === 'site');
  for (const site of sites) {
    if (site.parent !== null || used.has(site.key)) continue;
    const same = sites.filter(
      (other) =>
        other !== site && other.name.toLowerCase() === site.name.toLowerCase() && draft.things.has(other.key),
    );
    const kept = same.find((other) => used.has(other.key)) ?? same.find((other) => other.parent !== null);
    if (kept === undefined) continue;
    kept.jurisdiction ??= site.jurisdiction;
    kept.evidence.push(
      ...site.evidence.filter(
        (each) => !kept.evidence.some((one) => one.line === each.line && one.quote === each.quote),
      ),
    );
    draft.things.delete(site.key);
    for (const question of draft.questions.values())
      if (question.about.includes(site.key))
        question.about = [...new Set(question.about.map((key) => (key === site.key ? kept.key : key)))];
  }
}
