import { describe, expect, it } from 'vitest';
import { dutiesOf, namesOf, nodesOf, partiesOf, readText } from './read-text.ts';

const parties = (text: string): string[] =>
  partiesOf(readText(text, 'markdown'))
    .map((party) => party.name)
    .sort();

describe('owners by label', () => {
  it('makes a service of a heading with an owner, and reads handles', () => {
    const proposal = readText(
      '# Things\n\n## larkbot\n\nowner: @wren @heron\n\n## lark.example.org\n\n- owner: Marta\n\n## Access\n\nowner: Marta\n',
      'markdown',
    );
    expect(namesOf(proposal, 'service')).toEqual(['lark.example.org', 'larkbot']);
    expect(
      dutiesOf(proposal)
        .map((duty) => `${duty.subject} ${duty.party}`)
        .sort(),
    ).toEqual(
      [
        'service:larkbot party:heron',
        'service:larkbot party:wren',
        'service:lark.example.org party:marta',
      ].sort(),
    );
  });

  it('makes nothing of headings that only name a contact, a topic or a place', () => {
    const proposal = readText(
      '# Things\n\n## Paint\n\ncontact: Marta\n\n## Machines at home\n\nowner: Marta\n\n## Backup\n\nowner: Marta\n',
      'markdown',
    );
    expect(namesOf(proposal, 'service')).toEqual([]);
  });

  it('reads people of a list that says so, and no other capitals', () => {
    const text = (lead: string): string =>
      `# Shop\n\nThe shop is hosted on a1.example.org.\n\n${lead}\n\n* Marta Wren\n* Jo Heron (on leave)\n`;
    expect(parties(text('The team members are:'))).toEqual(['Jo Heron', 'Marta Wren']);
    expect(parties(text('We read these books:'))).toEqual([]);
  });

  it('reads who is to be talked to', () => {
    const text = '# Hosters\n\n## Linode\n\n* Talk to Marta Wren if more room is needed\n';
    expect(parties(text)).toEqual(['Marta Wren']);
    expect(parties('# Hosters\n\n## Linode\n\n* Please contact Marta if in doubt about this text\n')).toEqual(
      [],
    );
  });

  it('takes a heading that says in brackets that it hosts for a hoster', () => {
    const proposal = readText(
      '# Machines\n\n## Nest (DE Hosting)\n\n- a1.example.org\n- a2.example.org\n',
      'markdown',
    );
    expect(nodesOf(proposal).find((node) => node.kind === 'provider')?.name).toBe('Nest');
  });
});
