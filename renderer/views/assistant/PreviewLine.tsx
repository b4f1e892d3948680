import { useEffect } from 'react';
import type { Command } from '#core/model/command.ts';
import { offerPreview, showPreview, usePreview } from '#stores/preview-store.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { showTab, useView } from '#stores/view-store.ts';
import { previewText as text } from '#text/preview.ts';
import { Button } from '#ui/Button.tsx';
import styles from './PreviewLine.module.css';

/** Says that the map shows a result before it is applied, and goes there. As long as this is shown, the map has it. */
export function PreviewLine({ commands }: { readonly commands: readonly Command[] }) {
  const plan = usePlan();
  const isOnMap = useView((view) => view.tab === 'map');
  const isHidden = usePreview((state) => state.isHidden);
  useEffect(() => {
    offerPreview(commands.length === 0 ? null : { plan, commands });
    return () => offerPreview(null);
  }, [plan, commands]);
  if (commands.length === 0) return null;
  const isShown = isOnMap && !isHidden;
  return (
    <p className={styles['line']}>
      <span>{isShown ? text.isOnMap : text.isOffered}</span>
      {!isShown && (
        <Button
          size="small"
          icon="map"
          onPress={() => {
            showPreview(true);
            showTab('map');
          }}
        >
          {text.show}
        </Button>
      )}
    </p>
  );
}
