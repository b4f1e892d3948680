import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import styles from './Workspace.module.css';

export interface DividerProps {
  readonly label: string;
  /** Which side of the panel it stands on. */
  readonly side: 'left' | 'right' | 'top';
  readonly min: number;
  readonly max: number;
  /** The size now, for assistive technology. */
  readonly size: number | null;
  /** `null` gives the size back to the window. */
  readonly onResize: (size: number | null) => void;
}

/** The edge of a panel that can be dragged, or moved with the arrow keys; a double click gives the first size back. */
export function Divider({ label, side, min, max, size, onResize }: DividerProps) {
  const start = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const clamp = (value: number): number => Math.round(Math.min(max, Math.max(min, value)));
  const measure = (element: Element): number => {
    const panel = element.parentElement?.getBoundingClientRect();
    return side === 'top' ? (panel?.height ?? min) : (panel?.width ?? min);
  };
  const direction = side === 'right' ? 1 : -1;
  const onMove = (event: PointerEvent): void => {
    if (start.current === null) return;
    const at = side === 'top' ? event.clientY : event.clientX;
    onResize(clamp(start.current.size + (at - start.current.at) * direction));
  };
  const onKey = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> =
      side === 'top'
        ? { ArrowUp: 16, ArrowDown: -16 }
        : { ArrowRight: 16 * direction, ArrowLeft: -16 * direction };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onResize(clamp(measure(event.currentTarget) + step));
  };
  return (
    // A focusable separator is a widget (WAI-ARIA window splitter).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      aria-label={label}
      aria-orientation={side === 'top' ? 'horizontal' : 'vertical'}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={size ?? min}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles['divider']}
      data-side={side}
      onDoubleClick={() => onResize(null)}
      onKeyDown={onKey}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = {
          at: side === 'top' ? event.clientY : event.clientX,
          size: measure(event.currentTarget),
        };
      }}
      onPointerMove={onMove}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}
