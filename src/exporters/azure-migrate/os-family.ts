/** Names of systems that Azure Migrate knows, the more exact ones first, and what a text must hold to mean them. */
const families: readonly (readonly [name: string, pattern: RegExp])[] = [
  ...['2019', '2016', '2012 R2', '2012', '2008 R2', '2008', '2003 R2', '2003'].map(
    (edition): readonly [string, RegExp] => [
      `Windows Server ${edition}`,
      new RegExp(`windows(?: server)? ${edition.replace(' ', '\\s?')}`, 'iu'),
    ],
  ),
  ['Windows Server', /windows/iu],
  ['Red Hat Enterprise Linux', /red ?hat|rhel/iu],
  ['CentOS', /centos/iu],
  ['Debian GNU/Linux', /debian/iu],
  ['Ubuntu Linux', /ubuntu/iu],
  ['SUSE Linux Enterprise', /suse|sles/iu],
  ['Oracle Linux', /oracle linux/iu],
  ['Oracle Solaris', /solaris/iu],
  ['FreeBSD', /freebsd/iu],
  ['CoreOS Linux', /coreos/iu],
];

/** The name under which Azure Migrate knows a system; `null` when it knows none like it. */
export function findOsFamily(os: string): string | null {
  return families.find(([, pattern]) => pattern.test(os))?.[0] ?? null;
}
