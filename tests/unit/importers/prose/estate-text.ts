/** A small estate in our own words, section by section, so that tests can shuffle, rename and translate it. */
export const sections: readonly { readonly title: string; readonly body: readonly string[] }[] = [
  { title: 'Overview', body: ['* Servers are hosted in Hetzner', '* 9 servers in total'] },
  { title: 'hop1', body: ['* Gateway to other servers', '  * SSH port 2222'] },
  { title: 'shop-web', body: ['* Hosts shop.fruitbox.example', '* nginx', '* basket worker'] },
  { title: 'app servers', body: ['* app01', '  * order service', '* app02', '  * order service'] },
  { title: 'databases', body: ['* main', '  * Orders db', '* main-copy2', '  * Replica of the Orders db'] },
  { title: 'queue7', body: ['* Contains our RabbitMQ'] },
  { title: 'attic', body: ['* Hosts old.fruitbox.example', '* Not used now (?)'] },
  { title: 'mail3', body: ['* Postfix', '* Dovecot'] },
];

/** The list of what may go. */
export const removals: readonly string[] = ['* attic', '* app servers', '  * once the cluster is live'];

type Section = (typeof sections)[number];

/** The estate as Markdown. */
export function toMarkdown(list: readonly Section[] = sections, last: readonly string[] = removals): string {
  return [
    ...list.flatMap(({ title, body }) => [`## ${title}`, '', ...body, '']),
    '## Candidates for removal',
    '',
    ...last,
    '',
  ].join('\n');
}

function spread(body: readonly string[]): string[] {
  return body.flatMap((line, at) =>
    at > 0 && line.startsWith('  ') !== (body[at - 1] ?? '').startsWith('  ') ? ['', line] : [line],
  );
}

/** The same text as reStructuredText. */
export function toRestructuredText(list: readonly Section[] = sections): string {
  const one = (title: string, body: readonly string[]): string[] => [
    title,
    '-'.repeat(title.length + 2),
    '',
    ...spread(body),
    '',
  ];
  return [
    ...list.flatMap(({ title, body }) => one(title, body)),
    ...one('Candidates for removal', removals),
  ].join('\n');
}

/** The same text as AsciiDoc. */
export function toAsciiDoc(list: readonly Section[] = sections): string {
  const body = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/^ {2}\*/u, '**'));
  return [
    ...list.flatMap((each) => [`== ${each.title}`, '', ...body(each.body), '']),
    '== Candidates for removal',
    '',
    ...body(removals),
    '',
  ].join('\n');
}
