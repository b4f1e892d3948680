import type { DependencyType } from '#core/model/dependency.ts';
import { mapText } from '#text/map.ts';
import { EdgeShape } from './EdgeEnd.tsx';
import { lineClass } from './edge-look.ts';
import styles from './EdgeLayer.module.css';

const rows: readonly (readonly [keyof typeof mapText.legendRows, DependencyType])[] = [
  ['uses', 'uses'],
  ['proxies', 'proxies'],
  ['replicates', 'replicates'],
  ['stores', 'stores-in'],
  ['manages', 'manages'],
  ['monitors', 'monitors'],
  ['doubt', 'connects'],
];

/** What the lines of the map mean. */
export function Legend() {
  return (
    <dl className={styles['legend']}>
      {rows.map(([key, type]) => (
        <div key={key}>
          <dt>
            <svg width={44} height={14} aria-hidden="true">
              <g
                className={[styles['edge'], lineClass(type), key === 'doubt' && styles['doubt']]
                  .filter(Boolean)
                  .join(' ')}
              >
                <path className={styles['line']} d="M2 7H34" />
                {type === 'replicates' && <path className={styles['middle']} d="M2 7H34" />}
                <EdgeShape type={type} transform="translate(42 7)" />
              </g>
            </svg>
          </dt>
          <dd>{mapText.legendRows[key]}</dd>
        </div>
      ))}
    </dl>
  );
}
