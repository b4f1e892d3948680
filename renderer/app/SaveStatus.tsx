import { useFileLink, useFileWaits } from '#stores/plan-file-link.ts';
import { useWorkspace } from '#stores/use-workspace.ts';
import { appText as text } from '#text/app.ts';
import { linkText } from '#text/link.ts';
import { Icon } from '#ui/Icon.tsx';
import type { IconName } from '#ui/icons.ts';
import styles from './TitleBar.module.css';

interface Shown {
  readonly words: string;
  readonly icon: IconName;
  readonly tone: 'ok' | 'faint' | 'error' | 'warning';
}

/** How far the last edit is stored: `Saved` is said when it is in the vault, and in the plan's file where it has one. */
export function SaveStatus() {
  const save = useWorkspace((state) => state.save);
  const isReadOnly = useWorkspace((state) => state.readOnly);
  const link = useFileLink();
  const isWaiting = useFileWaits();
  const find = (): Shown => {
    if (isReadOnly) return { words: text.readOnly, icon: 'lock', tone: 'faint' };
    if (save.kind === 'failed') return { words: text.notSaved, icon: 'circle-x', tone: 'error' };
    if (save.kind === 'saving' || isWaiting) return { words: text.saving, icon: 'refresh-cw', tone: 'faint' };
    if (link !== null && link.state !== 'written')
      return { words: linkText.onlyInRehome(link.name), icon: 'triangle-alert', tone: 'warning' };
    return { words: text.saved, icon: 'check', tone: 'ok' };
  };
  const { words, icon, tone } = find();
  return (
    <span role="status" className={styles['saved']} title={link?.name}>
      <Icon name={icon} size={12} tone={tone} />
      {words}
    </span>
  );
}
