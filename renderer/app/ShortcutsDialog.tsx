import { actions } from '#actions/actions.ts';
import { toKeyCap } from '#actions/shortcuts.ts';
import { appText as text } from '#text/app.ts';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './ShortcutsDialog.module.css';

/** All shortcuts, made of the list of actions. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={text.shortcutsTitle} isOpen onClose={onClose}>
      <dl className={styles['list']}>
        {actions.map(({ id, title, shortcut }) =>
          shortcut === null ? null : (
            <div key={id}>
              <dt>{title}</dt>
              <dd>
                <kbd>{toKeyCap(shortcut)}</kbd>
              </dd>
            </div>
          ),
        )}
      </dl>
    </Dialog>
  );
}
