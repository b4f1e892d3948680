import { useState, type DragEvent, type ReactNode } from 'react';
import { importBrowserFiles } from '#stores/import-session.ts';
import { useView } from '#stores/view-store.ts';
import { appText as text } from '#text/app.ts';
import { Icon } from '#ui/Icon.tsx';
import { readDrop } from './read-drop.ts';
import styles from './DropTarget.module.css';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/** Files dropped anywhere in the window are imported. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const [depth, setDepth] = useState(0);
  const screen = useView((view) => view.screen);
  const isOver = depth > 0;
  return (
    <div
      className={styles['target']}
      data-dropping={isOver || undefined}
      onDragEnter={(event) => {
        if (hasFiles(event)) setDepth((now) => now + 1);
      }}
      onDragLeave={(event) => {
        if (hasFiles(event)) setDepth((now) => Math.max(0, now - 1));
      }}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDepth(0);
        void readDrop(event.dataTransfer).then(importBrowserFiles);
      }}
    >
      {children}
      {isOver && screen !== 'start' && (
        <div className={styles['cover']} aria-hidden="true">
          <Icon name="file-plus" size={20} />
          {text.dropHere}
        </div>
      )}
    </div>
  );
}
