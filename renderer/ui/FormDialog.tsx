import type { ReactNode } from 'react';
import { uiText } from '#text/ui.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './Floating.module.css';

export interface FormDialogProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly save: string;
  /** Whether all is there that it needs; Enter does nothing before. */
  readonly isReady: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** Words above the fields. */
  readonly lead?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A few fields that are asked for in a window of their own: Enter does it, Escape and Cancel leave it. */
export function FormDialog({
  title,
  save,
  isReady,
  onSave,
  onClose,
  lead,
  className,
  children,
}: FormDialogProps) {
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{uiText.cancel}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={onSave}>
            {save}
          </Button>
        </>
      }
    >
      {lead}
      <form
        className={className ?? styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onSave();
        }}
      >
        {children}
        {/* Enter in a form of several fields needs a button to press. */}
        <button type="submit" hidden>
          {save}
        </button>
      </form>
    </Dialog>
  );
}
