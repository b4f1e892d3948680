import { describe, expect, it } from 'vitest';
import { dispositionsOf, dutiesOf, linksOf, namesOf, nodeAt, readText, wrongQuotes } from './read-text.ts';

const machines = '# Servers\n\n- alpha1\n- beta2\n- gamma3\n\n# Notes\n\n';

describe('what the text says of a machine', () => {
  it.each([
    ['alpha1 will be decommissioned once the shop has moved.', 'once the shop has moved'],
    ['beta2 is fine. alpha1 can go after the audit.', 'after the audit'],
    ['beta2 replaces alpha1 as soon as the lease ends.', 'as soon as the lease ends'],
    ['alpha1 wird nach dem Umzug abgeschaltet.', null],
    ['Switch off alpha1.', null],
  ] as const)('retires: %s', (sentence, condition) => {
    const [found, ...others] = dispositionsOf(readText(`${machines}${sentence}\n`));
    expect(found?.node).toBe('server:alpha1');
    expect(others).toEqual([]);
    if (condition !== null) expect(found?.conditions).toEqual([condition]);
  });

  it.each([
    'alpha1 was switched off in 2019 and came back.',
    'alpha1 will not be decommissioned.',
    'Should alpha1 be decommissioned?',
    'Remove alpha1 from the load balancer before you start.',
    'The old files on alpha1 can be removed from time to time.',
  ])('retires nobody: %s', (sentence) => {
    expect(dispositionsOf(readText(`${machines}${sentence}\n`))).toEqual([]);
  });

  it('reads costs of the machine that is named last before the sum', () => {
    const proposal = readText(`${machines}alpha1 costs 29 CHF per month, beta2 costs $5 a month.\n`);
    expect(nodeAt(proposal, 'server:alpha1').cost).toEqual({ amount: 29, currency: 'CHF', per: 'month' });
    expect(nodeAt(proposal, 'server:beta2').cost).toEqual({ amount: 5, currency: 'USD', per: 'month' });
    expect(nodeAt(proposal, 'server:gamma3').cost).toBeUndefined();
  });

  it('tells idle machines and those still to come', () => {
    const proposal = readText(
      '# Servers\n\n- alpha1\n- beta2\n\nalpha1 runs nginx. beta2 is idle now.\n\nBy spring the shop will run on `delta4`.\n',
    );
    expect(nodeAt(proposal, 'server:beta2').status).toBe('dormant');
    expect(nodeAt(proposal, 'server:delta4').status).toBe('planned');
    expect(nodeAt(proposal, 'server:alpha1').status).toBeUndefined();
  });

  it('places software that is named beside its machine', () => {
    const proposal = readText(
      `${machines}The orders are kept in the MariaDB on beta2. Grafana (gamma3) draws them.\n`,
    );
    expect(nodeAt(proposal, 'service:beta2/mariadb').parent).toBe('server:beta2');
    expect(nodeAt(proposal, 'service:gamma3/grafana').parent).toBe('server:gamma3');
  });

  it('makes a store at a hoster that things are stored at, not at one that they came from', () => {
    const stored = readText(`${machines}alpha1 stores its files in Wasabi.\n`);
    expect(linksOf(stored)).toEqual(['server:alpha1 stores-in service:wasabi storage']);
    expect(linksOf(readText(`${machines}alpha1 was filled; it is a copy of Linode.\n`))).toEqual([]);
  });

  it('gives no duty on machines for what is said of something else', () => {
    const proposal = readText('# Machines\n\n- alpha1\n- beta2\n\nPrinting is looked after by Tom Reed.\n');
    expect(dutiesOf(proposal)).toEqual([]);
  });
});

describe('tables of other sorts', () => {
  const facts = (text: string, dialect: 'markdown' | 'asciidoc' = 'markdown'): void => {
    const proposal = readText(text, dialect);
    expect(namesOf(proposal, 'server')).toEqual(['alpha1', 'beta2']);
    expect(nodeAt(proposal, 'server:alpha1').addresses).toEqual(['192.0.2.1']);
    expect(dispositionsOf(proposal).map((each) => each.node)).toEqual(['server:beta2']);
    expect(wrongQuotes(proposal)).toEqual([]);
  };

  it('reads HTML', () => {
    facts(
      '# Servers\n\n<table>\n<tr><th>Host</th><th>IP</th><th>Status</th></tr>\n<tr><td>alpha1</td><td>192.0.2.1</td><td>active</td></tr>\n<tr>\n<td><b>beta2</b></td>\n<td>192.0.2.2</td><td>EOL</td></tr>\n</table>\n',
    );
  });

  it('reads tables of wikis', () => {
    facts(
      '== Servers ==\n\n{| class="wikitable"\n! Host !! IP !! Status\n|-\n| alpha1 || 192.0.2.1 || active\n|-\n| style="color:red" | beta2 || 192.0.2.2 || EOL\n|}\n',
      'asciidoc',
    );
  });

  it('goes on behind a table that never ends', () => {
    const proposal = readText(
      '# Servers\n\n<table>\n<tr><td>x\n\n# More\n\n- alpha1 talks to beta2\n- beta2\n',
    );
    expect(linksOf(proposal)).toEqual(['server:alpha1 connects server:beta2']);
  });

  it('puts guests of a row on its machine, which is a host then', () => {
    const proposal = readText(
      '# Servers\n\n- web-a1\n\n# Hypervisors\n\n| Host | RAM | VMs |\n| --- | --- | --- |\n| hv-b1 | 64 GB | web-a1 |\n',
    );
    expect(nodeAt(proposal, 'server:web-a1').parent).toBe('server:hv-b1');
    expect(nodeAt(proposal, 'server:hv-b1').kind).toBe('host');
  });
});
