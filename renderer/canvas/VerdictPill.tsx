import type { DropVerdict } from '#core/checks/preview-drop.ts';
import { Icon } from '#ui/Icon.tsx';
import type { IconName } from '#ui/icons.ts';
import { mapText } from '#text/map.ts';
import styles from './VerdictPill.module.css';

const icons: Readonly<Record<DropVerdict['verdict'], IconName>> = {
  fits: 'circle-check',
  warns: 'triangle-alert',
  breaks: 'circle-x',
  refused: 'minus',
};

/** What would happen if the dragged thing were dropped here: mark, colour and words. */
export function VerdictPill({
  verdict,
  isShort = false,
}: {
  readonly verdict: DropVerdict;
  readonly isShort?: boolean;
}) {
  return (
    <span
      className={`${styles['pill']} ${styles[verdict.verdict]}`}
      data-verdict={verdict.verdict}
      title={verdict.reason ?? verdict.sentences.join('\n')}
    >
      <Icon name={icons[verdict.verdict]} size={12} />
      {isShort ? mapText.verdictShort(verdict) : mapText.verdict(verdict)}
    </span>
  );
}
