import { useId } from 'react';
import type { DifferenceGroup } from '#core/exporters/difference/difference-text.ts';
import { compareText as text } from '#text/compare.ts';
import { Mark } from '#ui/Mark.tsx';
import styles from './CompareDialog.module.css';

const marks = { added: 'add', removed: 'remove', changed: 'resize' } as const;

function Group({ group }: { readonly group: DifferenceGroup }) {
  const title = useId();
  return (
    <section aria-labelledby={title}>
      <h3 id={title}>
        {text.groups[group.collection ?? 'plan']} <span>{group.count}</span>
      </h3>
      {group.lines.length === 0 ? (
        <p>{text.places(group.count)}</p>
      ) : (
        <ul aria-label={text.groups[group.collection ?? 'plan']}>
          {group.lines.map(({ id, what, words }) => (
            <li key={id}>
              <Mark kind={marks[what]} label={text.what[what]} />
              <span>{words}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What is not the same, by kind of thing, in words. */
export function DifferenceList({
  groups,
  isWhole = false,
}: {
  readonly groups: readonly DifferenceGroup[];
  /** Not scrolled by itself: it stands in something that is. */
  readonly isWhole?: boolean;
}) {
  return (
    // A long list is scrolled with the keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      className={isWhole ? styles['whole'] : styles['lines']}
      role="region"
      aria-label={text.list}
      tabIndex={isWhole ? undefined : 0}
    >
      {groups.map((group) => (
        <Group key={group.collection ?? 'plan'} group={group} />
      ))}
    </div>
  );
}
