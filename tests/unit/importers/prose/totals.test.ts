import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

function page(total: string, heading: string): string {
  return `# Machines

All hosted at Hetzner. ${total}

## gate01

* Jump host

## shelf01

* catalogue

## ${heading}

* Grafana
* Watches all the others

## till02

* cash desk
`;
}

const serversOf = (text: string) =>
  readText(text).items.flatMap((item) => (item.is === 'node' && item.kind === 'server' ? [item.name] : []));

describe('a stated total', () => {
  it('makes a machine of a heading that is called after a topic, when that alone makes it exact', () => {
    const text = page('There are 4 servers in total.', 'metrics');
    expect(serversOf(text).sort()).toEqual(['gate01', 'metrics', 'shelf01', 'till02']);
    expect(readText(text).source.totals).toMatchObject([{ stated: 4, found: 4 }]);
  });

  it('leaves the topic alone where the total is met without it, or is not stated', () => {
    expect(serversOf(page('There are 3 servers in total.', 'metrics'))).not.toContain('metrics');
    expect(serversOf(page('', 'metrics'))).not.toContain('metrics');
  });

  it('never takes a heading in capitals, which is a topic for sure', () => {
    expect(serversOf(page('There are 4 servers in total.', 'Monitoring'))).not.toContain('Monitoring');
  });
});

describe('software that is in use', () => {
  it('is not told a second time beside the server process that is called after it', () => {
    const text = `# Machines\n\nAll hosted at Hetzner.\n\n## box01\n\n* Contains our own private PyPI server\n\n## box02\n\n* Jenkins server, we use Jenkins for all builds\n\n## box03\n\n* web shop\n`;
    const names = readText(text).items.flatMap((item) =>
      item.is === 'node' && item.kind === 'service' ? [item.name] : [],
    );
    expect(names.filter((name) => /pypi/iu.test(name))).toHaveLength(1);
    expect(names.filter((name) => /jenkins/iu.test(name))).toHaveLength(1);
  });
});
