import { previewText as text } from '#text/preview.ts';
import { Button } from './Button.tsx';
import styles from './PreviewLine.module.css';

export interface PreviewLineProps {
  /** Whether there is a preview at all. */
  readonly isOffered: boolean;
  /** Whether it is on the screen. */
  readonly isShown: boolean;
  readonly show: () => void;
}

/** Says where a result can be looked at before it is applied, and goes there. */
export function PreviewLine({ isOffered, isShown, show }: PreviewLineProps) {
  if (!isOffered) return null;
  return (
    <p className={styles['line']}>
      <span>{isShown ? text.isOnMap : text.isOffered}</span>
      {!isShown && (
        <Button size="small" icon="map" onPress={show}>
          {text.show}
        </Button>
      )}
    </p>
  );
}
