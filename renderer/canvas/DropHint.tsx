import { useEffect, useRef } from 'react';
import type { MapView } from '#core/projections/map-view.ts';
import { mapText } from '#text/map.ts';
import type { DragPicture } from './flow-nodes.ts';
import styles from './DropHint.module.css';
import { VerdictPill } from './VerdictPill.tsx';

/** More sentences than this are counted. */
const mostSentences = 3;

/** Under the pointer, while something is dragged: what would break where it is now. */
export function DropHint({ view, picture }: { readonly view: MapView; readonly picture: DragPicture }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = (event: PointerEvent | MouseEvent): void => {
      const { current } = element;
      const frame = current?.parentElement?.getBoundingClientRect();
      if (current === null || frame === undefined) return;
      const { offsetWidth: width, offsetHeight: height } = current;
      const x = Math.max(8, Math.min(event.clientX - frame.left - 60, frame.width - width - 8));
      const below = event.clientY - frame.top + 56;
      const y = below + height + 8 <= frame.height ? below : event.clientY - frame.top - height - 40;
      current.style.transform = `translate(${Math.round(x)}px, ${Math.round(Math.max(8, y))}px)`;
    };
    // React Flow listens to the window too; both kinds come from one hand.
    window.addEventListener('mousemove', follow);
    window.addEventListener('pointermove', follow);
    return () => {
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
