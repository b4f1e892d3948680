import styles from './Monogram.module.css';

const fills = ['strong', 'accent', 'framed', 'plain'] as const;

function fillOf(name: string): (typeof fills)[number] {
  let sum = 0;
  for (const sign of name) sum += sign.codePointAt(0) ?? 0;
  return fills[sum % fills.length] ?? 'plain';
}

/** The first letter of a party. Parties are told apart by letter and fill, never by hue. */
export function Monogram({
  name,
  size = 'small',
}: {
  readonly name: string;
  readonly size?: 'small' | 'large';
}) {
  return (
    <span className={styles['monogram']} data-fill={fillOf(name)} data-size={size} aria-hidden="true">
      {[...name][0] ?? '?'}
    </span>
  );
}
