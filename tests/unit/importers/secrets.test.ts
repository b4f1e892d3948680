import { describe, expect, it } from 'vitest';
import { maskSecrets } from '#core/importers/secrets.ts';

const pem = (what: string, body: string): string =>
  `-----BEGIN ${what}PRIVATE KEY-----\n${body}\n-----END ${what}PRIVATE KEY-----`;

/** Each line holds one made-up secret; the second entry is the part that must be gone. */
const found: readonly (readonly [kind: string, line: string, secret: string])[] = [
  ['password', 'password: Tr0ub4dor', 'Tr0ub4dor'],
  ['password', '* Password = "one long phrase"', 'phrase'],
  ['password', 'DB_PASSWORD=s3same', 's3same'],
  ['password', 'ansible_become_pass=open-up', 'open-up'],
  ['password', '**Password:** `kLm90`', 'kLm90'],
  ['password', '"passwd": "qq11",', 'qq11'],
  ['password', 'the root password is gr33nDoor now', 'gr33nDoor'],
  ['password', 'the root password is `gr33n!Door`.', 'gr33n!Door'],
  ['password', "Das Passwort lautet 'blau-9-wal'", 'blau-9-wal'],
  ['password', 'passwords are "tea-4-two"', 'tea-4-two'],
  ['password', '| root password | s3cr3tCell |', 's3cr3tCell'],
  ['password', 'login: deploy / x9Tunnel', 'x9Tunnel'],
  ['password', 'the password is: open-barn', 'open-barn'],
  ['password', 'Passwort: Geheim77', 'Geheim77'],
  ['password', 'db.acme.test:5432:shop:shopuser:pg99pass', 'pg99pass'],
  ['password', 'mysqldump -u root -phunter2 shop', 'hunter2'],
  ['password', 'api key: 0123abcd', '0123abcd'],
  ['password', "SECRET_KEY = 'zzz-yyy'", 'zzz-yyy'],
  ['token', 'key AKIAABCDEFGHIJKLMNOP for S3', 'AKIAABCDEFGHIJKLMNOP'],
  ['token', 'ghp_abcdefghijklmnopqrst1234', 'ghp_abcdefghijklmnopqrst1234'],
  ['token', 'bot xoxb-12345678-abcdefgh', 'xoxb-12345678-abcdefgh'],
  ['token', 'Bearer eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl', 'eyJzdWIiOi'],
  ['url-credentials', 'git clone https://ann:wordy@git.acme.test/x.git', 'wordy'],
  ['password-hash', 'root:$6$saltsalt$abcdefghijklmnopqrstuv:1:2', 'abcdefghijklmnopqrstuv'],
  ['community', 'rocommunity hush123', 'hush123'],
  ['password', 'snmp community: hush', 'hush'],
];

const harmless: readonly string[] = [
  'See the dev team for the password.',
  'Password: see LastPass',
  'Password: ask Bob about it',
  'The password is stored in the vault.',
  'Passwords: 1Password',
  'The password is `stored` in the vault.',
  'The token is "not set".',
  'password: ***',
  'password: <secret>',
  'password: {{ vault_db_password }}',
  'Token-based login is used.',
  'The key server is keys.acme.test: port 11371',
  'Primary key: id',
  'bypass: yes, compass: north',
  '2001:db8:104:be76:4eff:fe04:a376:1',
  'reset the password every 90 days',
  'ssh://git@acme.test:22/repo',
  'Contact: ann@acme.test',
];

describe('maskSecrets', () => {
  it.each(found)('S1: takes a %s out of "%s"', (kind, line, secret) => {
    const masked = maskSecrets(`first\n${line}\nlast`);
    expect(masked.text).not.toContain(secret);
    expect(masked.text).toContain('[secret]');
    expect(masked.secrets).toContainEqual({ line: 2, kind });
  });

  it.each(harmless)('S1: leaves "%s" alone', (line) => {
    expect(maskSecrets(line)).toEqual({ text: line, secrets: [] });
  });

  it('S1: empties a private key and keeps its lines', () => {
    const text = `a\n${pem('RSA ', 'MIIEabc\nQ29kZQ==')}\nb`;
    const masked = maskSecrets(text);
    expect(masked.text.split('\n')).toHaveLength(text.split('\n').length);
    expect(masked.text).not.toMatch(/MIIE|Q29k/u);
    expect(masked.text.endsWith('\nb')).toBe(true);
    expect(masked.secrets).toEqual([{ line: 2, kind: 'private-key' }]);
  });

  it('S1: empties a key that never ends, and one on a single line', () => {
    const open = maskSecrets('-----BEGIN PRIVATE KEY-----\nMIIEabc\n\nA sentence stays here.');
    expect(open.text).toBe('[secret]\n[secret]\n\nA sentence stays here.');
    const single = maskSecrets('key: "-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----", next');
    expect(single.text).toBe('key: "[secret]", next');
  });

  it('S1: empties a vault block', () => {
    const masked = maskSecrets('db: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162636465\n  6667\nport: 5432');
    expect(masked.text).toBe('db: !vault |\n  [secret]\n[secret]\n[secret]\nport: 5432');
    expect(masked.secrets).toEqual([{ line: 2, kind: 'vault' }]);
  });

  it('changes nothing more the second time and keeps each kind of line end', () => {
    const text = `x\r\n${found.map(([, line]) => line).join('\r')}\nend\r\n`;
    const once = maskSecrets(text);
    expect(maskSecrets(once.text)).toEqual({ text: once.text, secrets: [] });
    expect(once.text.split(/\r\n|\r|\n/u)).toHaveLength(text.split(/\r\n|\r|\n/u).length);
  });

  it('I8: reads hostile lines of half a million letters while the test waits', () => {
    const lines = [
      'a',
      ' ',
      'password',
      'password:',
      '"',
      '://',
      'eyJ-',
      '$1$',
      'login:a/',
      '-',
      '|',
      'mysql -p ',
    ];
    for (const unit of lines) {
      const text = `${unit.repeat(500_000 / unit.length)}!`;
      expect(maskSecrets(text).text.split('\n')).toHaveLength(1);
    }
  });
});
