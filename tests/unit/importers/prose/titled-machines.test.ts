import { describe, expect, it } from 'vitest';
import { linksOf, namesOf, nodeAt, questionsOf, readText, wrongQuotes } from './read-text.ts';

const page = `# Estate

We currently run everything at Hetzner (Falkenstein) plus two leftovers at AWS.

## Production

### front-01 / front-02
CX41 VMs (8 vCPU, 16 GB RAM, 160 GB disk), Ubuntu 22.04. Both run Rails.

### cache-01
Redis 6, no persistence.

### pg-main
Primary PostgreSQL 14. Dumps go to a bucket.

### pg-copy
Hot standby of pg-main.

### edge
HAProxy + certbot. Terminates TLS, forwards to front-01 and front-02.

## Legacy (AWS)

- \`old-cron\` — t2.micro, still runs an export.
- \`build-box\` — can be switched off.
`;

describe('machines that have a heading each', () => {
  const proposal = readText(page);

  it('are weighed by their neighbours, two in one heading as two', () => {
    expect(namesOf(proposal, 'server')).toEqual([
      'build-box',
      'cache-01',
      'edge',
      'front-01',
      'front-02',
      'old-cron',
      'pg-copy',
      'pg-main',
    ]);
    expect(wrongQuotes(proposal)).toEqual([]);
  });

  it('have in common what is said below a heading of two', () => {
    for (const name of ['front-01', 'front-02']) {
      expect(nodeAt(proposal, `server:${name}`)).toMatchObject({
        os: 'Ubuntu 22.04',
        capacity: { vcpu: 8, memoryMiB: 16_384, diskGiB: 160 },
      });
    }
  });

  it('run the software with which their text opens, also behind what it is there', () => {
    expect(nodeAt(proposal, 'service:edge/haproxy').parent).toBe('server:edge');
    expect(nodeAt(proposal, 'service:pg-main/postgresql').parent).toBe('server:pg-main');
    expect(linksOf(proposal)).toContain('server:pg-copy replicates server:pg-main');
  });

  it('stand with the hoster in brackets behind their chapter, the others where all stand', () => {
    expect(nodeAt(proposal, 'server:old-cron').parent).toBe('provider:amazonwebservices');
    expect(nodeAt(proposal, 'server:build-box').parent).toBe('provider:amazonwebservices');
    expect(nodeAt(proposal, 'server:edge').parent).toMatch(/^(?:provider|site):hetzner/u);
    expect(questionsOf(proposal)).toEqual([]);
  });

  it('are not made of chapters, of a hoster without machines, or of a sentence on software', () => {
    const text = `# Handbook

## Databases (AWS)

We like PostgreSQL and read about it.

## search
Elasticsearch. See the manual.

## Naming & Colours
Blue.
`;
    expect(namesOf(readText(text), 'server')).toEqual([]);
    expect(namesOf(readText(text), 'provider')).toEqual([]);
  });
});
