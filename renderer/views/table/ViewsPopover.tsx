import { useState } from 'react';
import { firstLook, type TableLook } from '#stores/table-look.ts';
import { changeLook, isShownLook, removeView, saveView, useTable } from '#stores/table-store.ts';
import { tableText as text } from '#text/table.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Popover } from '#ui/Popover.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './TableToolbar.module.css';

function ViewLine({
  name,
  look,
  onRemove,
}: {
  readonly name: string;
  readonly look: TableLook;
  readonly onRemove: (() => void) | null;
}) {
  const isShown = isShownLook(look);
  return (
    <li className={styles['line']}>
      <button
        type="button"
        aria-pressed={isShown}
        className={styles['view']}
        onClick={() => changeLook(look)}
      >
        <bdi>{name}</bdi>
        {isShown && <Icon name="check" size={14} />}
      </button>
      {onRemove !== null && (
        <IconButton size="small" icon="trash-2" label={text.deleteView(name)} onPress={onRemove} />
      )}
    </li>
  );
}

/** Looks of the table under names: press one to have it, keep the shown one under a name of its own. */
export function ViewsPopover() {
  const views = useTable((state) => state.views);
  // Which one is shown follows from the look.
  useTable((state) => state.look);
  const [name, setName] = useState('');
  const save = (): void => {
    if (name.trim() === '') return;
    saveView(name.trim());
    setName('');
  };
  return (
    <Popover
      label={text.savedViews}
      placement="bottom end"
      trigger={
        <Button variant="quiet" icon="eye">
          {text.views}
        </Button>
      }
      className={styles['panel']}
    >
      <ul aria-label={text.savedViews} className={styles['lines']}>
        <ViewLine name={text.firstView} look={firstLook} onRemove={null} />
        {views.map((view) => (
          <ViewLine
            key={view.name}
            name={view.name}
            look={view.look}
            onRemove={() => removeView(view.name)}
          />
        ))}
      </ul>
      {views.length === 0 && <p>{text.noViews}</p>}
      <form
        className={styles['save']}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField label={text.viewName} value={name} onChange={setName} />
        <Button isDisabled={name.trim() === ''} onPress={save}>
          {text.saveView}
        </Button>
      </form>
    </Popover>
  );
}
