import { useState } from 'react';
import { isNeed } from '#core/model/dependency.ts';
import type { LinkRow } from '#core/projections/inspector.ts';
import { jumpTo } from '#stores/view-store.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { dependencyWords } from '#text/map.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { KindIcon } from '#ui/KindIcon.tsx';
import { NodeName } from '#ui/NodeName.tsx';
import styles from './Inspector.module.css';

const few = 8;

export interface LinkSectionProps {
  readonly title: string;
  readonly rows: readonly LinkRow[];
  readonly way: 'in' | 'out';
  readonly end: string | null;
}

/** Who needs the node, or what it needs; other links say what they are. Press one to go there. */
export function LinkSection({ title, rows, way, end }: LinkSectionProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, few);
  return (
    <div className={styles['section']}>
      <h3>
        {title} <span>{rows.length}</span>
        {end !== null && <span className={styles['end']}>{end}</span>}
      </h3>
      {rows.length === 0 && (
        <p className={styles['note']}>{way === 'in' ? text.nobodyNeeds : text.needsNothing}</p>
      )}
      {shown.map((row) => (
        <LinkLine key={row.dependency.id} row={row} />
      ))}
      {rows.length > shown.length && (
        <Button size="small" variant="quiet" onPress={() => setWhole(true)}>
          {`${rows.length - shown.length} more`}
        </Button>
      )}
    </div>
  );
}

function LinkLine({ row }: { readonly row: LinkRow }) {
  const { other, holder, dependency, part, doubt } = row;
  const type =
    isNeed(dependency.type) && dependency.type !== 'replicates' ? null : dependencyWords[dependency.type];
  return (
    <div className={styles['row']}>
      <button
        type="button"
        className={styles['link']}
        title={
          part === null
            ? dependencyWords[dependency.type]
            : `${dependencyWords[dependency.type]}, ${text.partOf(part.name)}`
        }
        onClick={() => jumpTo(other.id)}
      >
        <KindIcon kind={other.kind} type={other.type} size={14} />
        {holder !== null && (
          <>
            <NodeName name={holder.name} max={15} />
            <span className={styles['empty']} aria-hidden="true">
              ›
            </span>
          </>
        )}
        <span className={styles['cut']}>
          {other.kind === 'server' || other.kind === 'host' ? (
            <NodeName name={other.name} max={22} />
          ) : (
            <bdi>{other.name}</bdi>
          )}
        </span>
      </button>
      {doubt && <Chip tone="unknown">{text.inDoubt}</Chip>}
      {type !== null && !doubt && (
        <span className={styles['type']} title={type}>
          {type}
        </span>
      )}
      {dependency.port !== null && <span className={styles['faint']}>:{dependency.port}</span>}
    </div>
  );
}
