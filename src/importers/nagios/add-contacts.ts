import { addDuty, type Draft } from '../json/draft.ts';
import { withoutSecrets } from '../json/quote.ts';
import { quoteAll } from './quote-all.ts';
import { toNames, type NagiosValue } from './read-objects.ts';

type Values = ReadonlyMap<string, NagiosValue>;

/** Adds who is told when something of a subject breaks. */
export function addContacts(draft: Draft, values: Values, subject: string): void {
  for (const field of ['contacts', 'contact_groups']) {
    const value = values.get(field);
    for (const party of toNames(value)) {
      addDuty(draft, {
        party: withoutSecrets(party),
        subject,
        area: 'alert receipt',
        role: 'informed',
        reason: 'the monitoring tells them',
        confidence: 'likely',
        evidence: quoteAll(value, 'party', [party]),
      });
    }
  }
}
