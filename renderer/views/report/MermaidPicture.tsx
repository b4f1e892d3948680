import { useId, useMemo } from 'react';
import { toMermaidPicture } from '#core/projections/mermaid-picture.ts';
import { reportText } from '#text/report.ts';
import styles from './MermaidPicture.module.css';

function shorten(label: string, width: number): string {
  const letters = Math.max(4, Math.floor((width - 16) / 6.6));
  return label.length <= letters ? label : `${label.slice(0, letters - 1)}…`;
}

/** The picture of a Mermaid block, drawn by ourselves: the page's policy lets no foreign drawing code in. */
export function MermaidPicture({ text }: { readonly text: string }) {
  const picture = useMemo(() => toMermaidPicture(text), [text]);
  const arrow = useId();
  if (picture.boxes.length + picture.groups.length === 0) return null;
  const names = picture.groups.map((group) => group.label).join(', ');
  return (
    <svg
      className={styles.picture}
      viewBox={`-1 -1 ${picture.width + 2} ${picture.height + 2}`}
      style={{ maxWidth: picture.width + 2 }}
      role="img"
      aria-label={reportText.picture(names, picture.boxes.length, picture.lines.length)}
    >
      <defs>
        <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0L8 4L0 8z" className={styles.head} />
        </marker>
      </defs>
      {picture.groups.map((group) => (
        <g key={group.id}>
          <rect className={styles.group} data-depth={Math.min(group.depth, 2)} rx="6" {...rectangle(group)} />
          <text className={styles.title} x={group.x + 12} y={group.y + 16}>
            {shorten(group.label, group.width)}
          </text>
        </g>
      ))}
      {/* Under the boxes: no line runs over a name. */}
      {picture.lines.map((line) => (
        <g key={`${line.from} ${line.to} ${line.label ?? ''}`}>
          <line
            className={styles.line}
            data-dashed={line.dashed}
            x1={line.x1}
            y1={line.y1}
            x2={line.x2}
            y2={line.y2}
            markerEnd={`url(#${arrow})`}
          />
          <title>{line.label ?? ''}</title>
        </g>
      ))}
      {picture.boxes.map((box) => (
        <g key={box.id} className={styles[box.classes[0] ?? ''] ?? ''}>
          <title>{box.label}</title>
          <rect className={styles.box} rx={box.shape === 'store' ? 14 : 4} {...rectangle(box)} />
          <text className={styles.label} x={box.x + box.width / 2} y={box.y + box.height / 2 + 4}>
            {shorten(box.label, box.width)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function rectangle(box: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}) {
  return { x: box.x, y: box.y, width: box.width, height: box.height };
}
