import { useEffect, useRef } from 'react';
import type { MapView } from '#core/projections/map-box.ts';
import { mapText } from '#text/map.ts';
import type { DragPicture } from './flow-nodes.ts';
import styles from './DropHint.module.css';
import { VerdictPill } from './VerdictPill.tsx';

/** More sentences than this are counted. */
const mostSentences = 3;

/** Under the pointer, while something is dragged: what would break where it is now. */
export function DropHint({ view, picture }: { readonly view: MapView; readonly picture: DragPicture }) {
  const element = useRef<HTMLDivElement>(null);
  const size = useRef({ width: 0, height: 0 });
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const frame = current.parentElement?.getBoundingClientRect();
    let asked = 0;
    let at = { x: 0, y: 0 };
    // Asking for sizes while the hand moves would have the page laid out for each of its steps.
    const observer = new ResizeObserver(() => {
      size.current = { width: current.offsetWidth, height: current.offsetHeight };
    });
    observer.observe(current);
    const place = (): void => {
      asked = 0;
      if (frame === undefined) return;
      const { width, height } = size.current;
      const x = Math.max(8, Math.min(at.x - frame.left - 60, frame.width - width - 8));
      const below = at.y - frame.top + 56;
      const y = below + height + 8 <= frame.height ? below : at.y - frame.top - height - 40;
      current.style.transform = `translate(${Math.round(x)}px, ${Math.round(Math.max(8, y))}px)`;
    };
    const follow = (event: PointerEvent | MouseEvent): void => {
      at = { x: event.clientX, y: event.clientY };
      asked ||= requestAnimationFrame(place);
    };
    // React Flow listens to the window too; both kinds come from one hand.
    window.addEventListener('mousemove', follow);
    window.addEventListener('pointermove', follow);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(asked);
      window.removeEventListener('mousemove', follow);
      window.removeEventListener('pointermove', follow);
    };
  }, []);
  const target = picture.target === null ? undefined : view.byId.get(picture.target);
  const verdict = picture.target === null ? undefined : picture.verdicts.get(picture.target);
  const sentences = verdict === undefined ? [] : [verdict.reason ?? [], verdict.sentences].flat();
  const isShown = target !== undefined && verdict !== undefined;
  return (
    <div ref={element} className={styles['hint']} role="status" data-shown={isShown}>
      {isShown && (
        <>
          <p className={styles['head']}>
            <bdi>{target.name}</bdi>
            <VerdictPill verdict={verdict} />
          </p>
          {sentences.slice(0, mostSentences).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {sentences.length > mostSentences && (
            <p className={styles['more']}>{mapText.moreSentences(sentences.length - mostSentences)}</p>
          )}
        </>
      )}
    </div>
  );
}
