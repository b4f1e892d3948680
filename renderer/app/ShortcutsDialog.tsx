import { useId } from 'react';
import type { Action } from '#actions/action.ts';
import { actions } from '#actions/actions.ts';
import { toKeyCap } from '#actions/shortcuts.ts';
import { appText as text } from '#text/app.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './ShortcutsDialog.module.css';

const groups: readonly Action['group'][] = ['selection', 'view', 'plan', 'file'];

interface Line {
  readonly key: string;
  readonly words: string;
  readonly cap: string;
}

function toLines(group: Action['group']): Line[] {
  return actions.flatMap(({ id, title, shortcut, group: own }) =>
    own !== group || shortcut === null ? [] : [{ key: id, words: title, cap: toKeyCap(shortcut) }],
  );
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      <dl>
        {lines.map(({ key, words, cap }) => (
          <div key={key}>
            <dt>{words}</dt>
            <dd>
              <kbd>{cap}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** All shortcuts, made of the list of actions, and the keys that lists and cells have to themselves. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title={text.shortcutsTitle}
      size="large"
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {text.close}
        </Button>
      }
    >
      <div className={styles['groups']}>
        {groups.map((group) => (
          <Group key={group} title={text.shortcutGroups[group]} lines={toLines(group)} />
        ))}
        <Group
          title={text.tableKeys}
          lines={text.keysOfTable.map(([words, shortcut]) => ({
            key: words,
            words,
            cap: toKeyCap(shortcut),
          }))}
        />
      </div>
    </Dialog>
  );
}
