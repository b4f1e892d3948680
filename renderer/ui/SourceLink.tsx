import { classNames } from './class-names.ts';
import styles from './SourceLink.module.css';

export interface SourceLinkProps {
  /** The name of the document; `null` for the short form `:156`. */
  readonly source: string | null;
  readonly line: number;
  readonly quote?: string;
  readonly onPress?: (() => void) | undefined;
  readonly className?: string | undefined;
}

/** Where a value comes from: `servers.md:156`, the quoted words in the tooltip. */
export function SourceLink({ source, line, quote, onPress, className }: SourceLinkProps) {
  const text = (
    <>
      <span className={styles['name']}>{source ?? ''}</span>
      <span className={styles['line']}>:{line}</span>
    </>
  );
  const whole = [`${source ?? ''}:${line}`, ...(quote === undefined ? [] : [quote])].join('\n');
  if (onPress === undefined) {
    return (
      <span className={classNames(styles['source'], className)} title={whole}>
        {text}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={classNames(styles['source'], styles['link'], className)}
      title={whole}
      onClick={onPress}
    >
      {text}
    </button>
  );
}
