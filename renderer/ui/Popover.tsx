import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Surface, type SurfaceControl } from './Surface.tsx';
import styles from './Floating.module.css';

export interface PopoverProps extends SurfaceControl {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A small surface beside its anchor; closes on Esc, focus returns. */
export function Popover({ label, children, className, ...control }: PopoverProps) {
  return (
    <Surface Trigger={DialogTrigger} offset={8} {...control}>
      <Dialog aria-label={label} className={classNames(styles['content'], className)}>
        {children}
      </Dialog>
    </Surface>
  );
}
