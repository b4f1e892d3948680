import { classNames } from './class-names.ts';
import { toMiddleCut } from './middle-cut.ts';
import styles from './NodeName.module.css';

export interface NodeNameProps {
  readonly name: string;
  /** Host names are mono; names of providers, sites and services are not. */
  readonly isMono?: boolean;
  /** Characters that fit; longer names are cut in the middle, because ends differ. */
  readonly max?: number;
  /** Whether the room changes while the name is shown: then it is cut by its width, if it is of plain letters. */
  readonly isFitted?: boolean;
  /** A sentence is cut at its end. */
  readonly cut?: 'middle' | 'end';
  readonly isGone?: boolean;
  readonly isStrong?: boolean;
  readonly className?: string | undefined;
}

/** So much of the end of a name is always seen where its width follows from the room that there is; a short last word is kept whole. */
const tailLength = 6;

function cutTail(name: string): readonly [head: string, tail: string] {
  const word = /(?<=[-._ ])[^-._ ]{5,9}$/u.exec(name)?.[0];
  const at = name.length - (word?.length ?? tailLength);
  return [name.slice(0, at), name.slice(at)];
}

/** Where fewer characters fit, they are counted instead: the room is fixed. */
const leastFluid = 24;

/** The name of a node; its direction is its own, the whole name is in the tooltip and in the accessible name. */
export function NodeName({
  name,
  isMono = true,
  max = 40,
  isFitted = false,
  cut = 'middle',
  isGone = false,
  isStrong = false,
  className,
}: NodeNameProps) {
  const isFluid =
    cut === 'middle' &&
    (max >= leastFluid || isFitted) &&
    name.length > tailLength * 2 &&
    /^[\x20-\x7e\u00a0-\u024f]+$/u.test(name);
  const [head, tail] = isFluid ? cutTail(name) : ['', ''];
  const shown = isFluid || cut === 'end' ? name : toMiddleCut(name, max);
  return (
    <bdi
      className={classNames(
        styles['name'],
        isMono && styles['mono'],
        isGone && styles['gone'],
        isStrong && styles['strong'],
        isFluid && styles['fluid'],
        className,
      )}
      title={shown === name && !isFluid && cut === 'middle' ? undefined : name}
    >
      {isFluid ? (
        <>
          <span className={styles['head']}>{head}</span>
          <span>{tail}</span>
        </>
      ) : shown === name ? (
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
