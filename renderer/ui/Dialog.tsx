import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './Floating.module.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the end; the safe choice is primary. */
  readonly actions?: ReactNode;
  readonly isWide?: boolean;
  /** A press beside it does not close it: what it shows or was told would be lost. */
  readonly isKept?: boolean;
  /** `large` for a form with a preview beside it. */
  readonly size?: 'normal' | 'large';
}

/** A window in the window: only where undo cannot help, or for a form that has no place of its own. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  isWide = false,
  isKept = false,
  size = 'normal',
}: DialogProps) {
  return (
    <ModalOverlay
      className={styles['scrim'] ?? ''}
      isDismissable={!isKept}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal
        className={classNames(
          styles['dialog'],
          isWide && styles['wide'],
          size === 'large' && styles['large'],
        )}
      >
        <AriaDialog className={styles['dialogBody'] ?? ''}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A surface high in the window without a title of its own (the command palette). */
export function Overlay({
  label,
  isOpen,
  onClose,
  children,
}: Pick<DialogProps, 'isOpen' | 'onClose' | 'children'> & { readonly label: string }) {
  return (
    <ModalOverlay
      className={classNames(styles['scrim'], styles['top'])}
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classNames(styles['dialog'], styles['wide'], styles['bare'])}>
        <AriaDialog aria-label={label}>{children}</AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
