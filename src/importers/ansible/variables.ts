/** Variables that hold secrets: their values are never read. */
const secretNames =
  /pass(?:word|wd|phrase)?$|_pass(?:word)?_|secret|token|private_key|_key$|^vault_|api_?key|credential/iu;

/** The only variables of an inventory that are read. */
const readNames: ReadonlySet<string> = new Set([
  'ansible_host',
  'ansible_ssh_host',
  'ansible_port',
  'ansible_ssh_port',
  'ansible_user',
  'ansible_ssh_user',
  'ansible_connection',
  'ansible_ssh_common_args',
  'ansible_ssh_extra_args',
  'ansible_fqdn',
  'ansible_processor_vcpus',
  'ansible_memtotal_mb',
  'ansible_distribution',
  'ansible_distribution_version',
  'ansible_product_uuid',
  'ansible_virtualization_role',
  'ansible_virtualization_type',
]);

/** Whether a variable holds a secret: it is dropped, and that it was there is marked. */
export function isSecretVariable(name: string): boolean {
  return secretNames.test(name) && name !== 'ansible_ssh_private_key_file';
}

/** Whether a variable is read at all. */
export function isReadVariable(name: string): boolean {
  return readNames.has(name);
}

/** The last machine on the way of an SSH connection, from `ProxyJump`, `-J` or a `ProxyCommand` of the known forms. */
export function findJumpHost(args: string): string | undefined {
  const jump = /(?:ProxyJump[= ]\s{0,4}|(?:^|\s)-J\s{0,4})["']?([^\s"']{1,400})/u.exec(args)?.[1];
  const command = /ProxyCommand[= ]\s{0,4}["']{0,2}(?:\/usr\/bin\/)?ssh\s([^"']{1,400})/u.exec(args)?.[1];
  const target =
    jump?.split(',').at(-1) ??
    command
      ?.split(/\s+/u)
      .filter(
        (word, index, words) =>
          !word.startsWith('-') && !/^-(?:W|p|i|o|l|F)$/u.test(words[index - 1] ?? '') && !word.includes('%'),
      )
      .at(-1);
  if (target === undefined || target === 'none' || target.includes('{{')) return undefined;
  const bare = target.slice(target.lastIndexOf('@') + 1).replace(/:\d{1,5}$/u, '');
  return bare === '' || bare.startsWith('$') ? undefined : bare;
}
