/** @typedef {{ id: string, what: string, held: number, of: number }} Figure */

const before = `# What was tried, and what held

This page is written by \`npm run test:faults\`; don't edit it by hand. Each row is a fault that was brought about, or a rule that was
attacked, so many times, on the product's own writer, journal and build. A row is noted only behind the assertions of its test; the ids are
those of the tests' names. How it is built: [the vault is the truth](decisions/0003-the-vault-is-the-truth.md); whom it guards against:
[SECURITY.md](../.github/SECURITY.md).

`;

const after = `
## What can't be shown here

The tests drive the built shell in a stand-in for Electron with a real Chromium, and the package is packed but never run. What only a real
Electron on each system can show is a list to go through before a release: [release checklist](release-checklist.md). True loss of power is
modelled: every state that a disk may be left in is enumerated and opened.
`;

/** @param {string} id */
function toOrder(id) {
  const parts = /^([A-Z]+)-?(\d*)$/u.exec(id);
  return `${parts?.[1] ?? id} ${(parts?.[2] ?? '').padStart(4, '0')}`;
}

/**
 * The page of all figures; those of the same row are summed.
 * @param {readonly Figure[]} figures
 */
export function toReliabilityPage(figures) {
  /** @type {Map<string, Figure>} */
  const rows = new Map();
  for (const { id, what, held, of } of figures) {
    const row = rows.get(`${id} ${what}`) ?? { id, what, held: 0, of: 0 };
    rows.set(`${id} ${what}`, { ...row, held: row.held + held, of: row.of + of });
  }
  const lines = [...rows.values()]
    .sort((a, b) => (toOrder(a.id) + a.what < toOrder(b.id) + b.what ? -1 : 1))
    .map(
      ({ id, what, held, of }) =>
        `| ${id} | ${what} | ${held.toLocaleString('en')} of ${of.toLocaleString('en')} |`,
    );
  return `${before}| id | what | held |\n|---|---|---|\n${lines.join('\n')}\n${after}`;
}
