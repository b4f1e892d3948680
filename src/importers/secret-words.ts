/**
 * Words that follow "password:" in prose when the author says where it is kept, not what it is. A value that begins with
 * one of them is a mention.
 */
const mentionWords: ReadonlySet<string> = new Set(
  (
    'see ask in on at is are was the a an stored kept saved held from via with by for to same as as-above dev team ops ' +
    'admin owner contact unknown none no yes n/a na tbd tba required needed reset rotated rotate changed change expired ' +
    'lastpass 1password onepassword keepass keepassx keepassxc bitwarden vault hashicorp passbolt pass gopass ldap sso ' +
    'kerberos default defaults encrypted hidden redacted removed masked not only use uses using and or of manager ' +
    'protected authentication auth login per each there has have can must should will somewhere wiki internal private ' +
    'true false null nil var env file variable string policy managed secret secrets disabled enabled optional'
  ).split(' '),
);

const placeholder =
  /^(?:\*{1,64}|x{3,64}|\.{2,64}|-{1,64}|_{2,64}|\?{1,16}|<[^>]{0,80}>?|\[[^\]]{0,80}\]?|\{\{?.{0,80}|\$\{?[A-Za-z_].{0,80}|%[A-Z_]{1,40}%?)$/iu;

/** Whether the words after a label only say where the secret is kept, or stand for it (`***`, `<password>`, `{{ var }}`). */
export function isMention(value: string, rest: string): boolean {
  const bare = value.replace(/[.,:;!?)\]]{1,8}$/u, '');
  if (bare === '' || placeholder.test(value)) return true;
  if (/^https?:\/\//iu.test(value)) return true;
  if (mentionWords.has(bare.toLowerCase())) return true;
  const isWord = /^\(?[A-Za-z][a-z]{0,40}$/u.test(bare);
  const furtherWords = rest
    .trim()
    .split(/\s{1,60}/u)
    .filter((word) => /^[A-Za-z']{2,40}[.,]?$/u.test(word));
  return isWord && furtherWords.length >= 2;
}

/** Whether a word that stands near "password" without a colon looks made up: digits or signs among letters. */
export function looksLikePassword(value: string): boolean {
  const bare = value.replace(/[.,:;!?)]{1,8}$/u, '');
  if (bare.length < 5 || bare.includes('[secret]') || isMention(bare, '')) return false;
  if (/^[\w.+-]{1,64}@[\w.-]{1,128}$/u.test(bare)) return false;
  const hasLetter = /[A-Za-z]/u.test(bare);
  const hasDigit = /\d/u.test(bare);
  const hasSign = /[!#$%^&*+=?~]/u.test(bare);
  if (/^[a-z]{1,40}[.-][\w.-]{1,100}$/u.test(bare) && !hasSign) return false;
  return (hasLetter && hasDigit) || (hasSign && hasLetter);
}
