import { useState, type DragEvent, type ReactNode } from 'react';
import { useView } from '#stores/view-store.ts';
import { appText as text } from '#text/app.ts';
import { Icon } from '#ui/Icon.tsx';
import { readDrop, type DroppedFile } from './read-drop.ts';
import styles from './DropTarget.module.css';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

async function take(dropped: Promise<readonly DroppedFile[]>): Promise<void> {
  const { importBrowserFiles } = await import('#stores/import-session.ts');
  await importBrowserFiles(await dropped);
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
        void take(readDrop(event.dataTransfer));
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
