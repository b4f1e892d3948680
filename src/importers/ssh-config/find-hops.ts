import type { SshOption } from './read-config.ts';

/** A machine on the way: its name as the configuration calls it. */
export interface SshHop {
  readonly name: string;
  readonly option: SshOption;
}

const withArgument = /^-[a-zA-Z]*[BbcDEeFIiJLlmOoPpQRSWw]$/u;

/** The host of an `ssh` command: the first word that is no flag and no argument of one. */
function findCommandHost(command: string): string | undefined {
  const ssh = /^(?:exec\s+)?(?:\/[\w./-]{1,100}\/)?ssh\s+([^|;&`$<>]{1,1000})$/u.exec(command.trim());
  const words = (ssh?.[1] ?? '').split(/\s+/u);
  const jump = words.indexOf('-J');
  if (jump >= 0) return words[jump + 1];
  return words.find(
    (word, index) => word !== '' && !word.startsWith('-') && !withArgument.test(words[index - 1] ?? ''),
  );
}

function toHostName(target: string): string | undefined {
  const bare = target
    .slice(target.lastIndexOf('@') + 1)
    .replace(/^ssh:\/\//u, '')
    .replace(/^\[([^\]]{1,253})\](?::\d{1,5})?$/u, '$1');
  const name = /^[^:]{1,253}:\d{1,5}$/u.test(bare) ? bare.slice(0, bare.lastIndexOf(':')) : bare;
  return /^[\w.:-]{1,253}$/u.test(name) ? name : undefined;
}

/** The machines that a connection passes, in order of the way; `null` when a command says it in words that are not read. */
export function findHops(options: ReadonlyMap<string, SshOption>): readonly SshHop[] | null {
  const jump = options.get('proxyjump');
  const command = options.get('proxycommand');
  // Whichever of the two is set first counts, as in ssh itself.
  const isJump =
    jump !== undefined &&
    (command === undefined ||
      [...options.keys()].indexOf('proxyjump') < [...options.keys()].indexOf('proxycommand'));
  if (isJump) {
    if (jump.value.toLowerCase() === 'none') return [];
    const names = jump.value.split(',').map((target) => toHostName(target.trim()));
    return names.flatMap((name) => (name === undefined ? [] : [{ name, option: jump }]));
  }
  if (command === undefined || command.value.toLowerCase() === 'none') return [];
  const host = findCommandHost(command.value);
  const name = host === undefined || host.startsWith('[') ? undefined : toHostName(host);
  return name === undefined ? null : [{ name, option: command }];
}
