import { classNames } from './class-names.ts';
import { toMiddleCut } from './middle-cut.ts';
import styles from './NodeName.module.css';

export interface NodeNameProps {
  readonly name: string;
  /** Host names are mono; names of providers, sites and services are not. */
  readonly isMono?: boolean;
  /** Characters that fit; longer names are cut in the middle, because ends differ. */
  readonly max?: number;
  readonly isGone?: boolean;
  readonly isStrong?: boolean;
  readonly className?: string | undefined;
}

/** The name of a node; its direction is its own, the whole name is in the tooltip and in the accessible name. */
export function NodeName({
  name,
  isMono = true,
  max = 40,
  isGone = false,
  isStrong = false,
  className,
}: NodeNameProps) {
  const shown = toMiddleCut(name, max);
  return (
    <bdi
      className={classNames(
        styles['name'],
        isMono && styles['mono'],
        isGone && styles['gone'],
        isStrong && styles['strong'],
        className,
      )}
      title={shown === name ? undefined : name}
    >
      {shown === name ? (
        name
      ) : (
        <>
          <span aria-hidden="true">{shown}</span>
          <span className={styles['whole']}>{name}</span>
        </>
      )}
    </bdi>
  );
}
