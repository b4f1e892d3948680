import type { DutyPart } from '#core/projections/duty-roles.ts';
import { dutiesText as text } from '#text/duties.ts';
import { classNames } from '#ui/class-names.ts';
import { Chip } from '#ui/Chip.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Monogram } from './Monogram.tsx';
import cells from './DutiesView.module.css';
import styles from './DutyParts.module.css';

/** What the cells of the matrix are about. */
export type DutyLens = 'accountable' | 'all' | 'access';

/** So many parts have a line of their own; the others are counted. */
const most = 2;

/** What a cell says in words. */
export function partWords(parts: readonly DutyPart[], lens: 'all' | 'access'): string {
  if (parts.length === 0) return text.none;
  const ofAccess = ({ party, access }: DutyPart): string => `${party ?? text.nobody}, ${text.access(access)}`;
  const ofRole = ({ party, role }: DutyPart): string => `${text.role[role]}: ${party ?? text.nobody}`;
  return parts.map(lens === 'access' ? ofAccess : ofRole).join('; ');
}

function Part({ part, lens }: { readonly part: DutyPart; readonly lens: 'all' | 'access' }) {
  const { party, role, access } = part;
  return (
    <span className={classNames(cells['who'], styles['part'])} data-tone={party === null ? 'nobody' : 'held'}>
      {party === null ? <Icon name="nobody" size={14} /> : <Monogram name={party} />}
      <bdi className={classNames(cells['party'], styles['name'])}>{party ?? text.nobody}</bdi>
      {lens === 'all' && (
        <span className={styles['role']} title={text.role[role]}>
          {text.roleShort[role]}
        </span>
      )}
      {lens === 'access' && party !== null && (
        <span title={text.access(access)}>
          <Chip
            tone={access === null ? 'unknown' : access === 'none' ? 'line' : 'retain'}
            {...(access === null || access === 'none' ? {} : { icon: 'key-round' })}
          >
            {access === null ? '?' : text.accessShort[access]}
          </Chip>
        </span>
      )}
    </span>
  );
}

/** Each party of a duty: with its role, or with the access that it has. */
export function DutyParts({
  parts,
  lens,
}: {
  readonly parts: readonly DutyPart[];
  readonly lens: 'all' | 'access';
}) {
  const first = parts.length > most ? most - 1 : most;
  return (
    <span className={styles['parts']} title={partWords(parts, lens)}>
      {parts.slice(0, first).map((part) => (
        <Part key={`${part.role} ${part.party ?? ''}`} part={part} lens={lens} />
      ))}
      {parts.length > most && <span className={styles['more']}>{text.more(parts.length - first)}</span>}
    </span>
  );
}
