import { useEffect, useState } from 'react';
import { showTourStep } from '#stores/take-tour.ts';
import { endTour } from '#stores/tour-step.ts';
import { tourText as text } from '#text/tour.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './Tour.module.css';

const slider = '[role="slider"]';
/** The labels of its ends stand out over it. */
const roomOfLabels = 8;

/** What each step speaks of, in the page. */
const sights: readonly (readonly string[])[] = [
  ['#view'],
  ['section[aria-label="Inspector"]'],
  ['#view'],
  [slider, 'section[aria-label="Findings"]'],
  ['#view'],
];

interface Place {
  readonly key: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function measure(step: number): Place[] {
  return (sights[step] ?? []).flatMap((selector) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return [];
    const room = selector === slider ? roomOfLabels : 0;
    const { left, top, width, height } = box;
    return [{ key: selector, left: left - room, top, width: width + room * 2, height }];
  });
}

const lookAgainMs = 200;

/** Where the sights of a step are; panels load, open and are resized while one reads. */
function useSights(step: number): readonly Place[] {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  useEffect(() => {
    const look = (): void =>
      setPlaces((before) => {
        const now = measure(step);
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    const first = requestAnimationFrame(look);
    const timer = setInterval(look, lookAgainMs);
    return () => {
      cancelAnimationFrame(first);
      clearInterval(timer);
    };
  }, [step]);
  return places;
}

/** One step of the tour beside what it speaks of, which has a frame: nothing is covered, everything can be used meanwhile. */
export function Tour({ step }: { readonly step: number }) {
  const places = useSights(step);
  const all = text.steps.length;
  const shown = text.steps[step];
  const isLast = step === all - 1;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // What is open above the tour is closed first.
      if (document.querySelectorAll('[role="dialog"]:not([data-tour]), [role="menu"]').length === 0)
        endTour();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, []);
  if (shown === undefined) return null;
  return (
    <>
      {places.map(({ key, ...box }) => (
        <div key={key} className={styles['frame']} style={box} aria-hidden="true" />
      ))}
      <section
        key={step}
        role="dialog"
        data-tour="true"
        aria-label={text.label(step + 1, all)}
        aria-describedby="tour-words"
        className={styles['card']}
        data-step={step}
      >
        <header>
          <h2>{shown.title}</h2>
          <IconButton size="small" icon="close" label={text.end} onPress={endTour} />
        </header>
        <div id="tour-words" aria-live="polite">
          <p>{shown.words}</p>
          <p className={styles['hint']}>{shown.hint}</p>
        </div>
        <footer>
          <span>{text.count(step + 1, all)}</span>
          <span className={styles['dots']} aria-hidden="true">
            {text.steps.map((each, index) => (
              <i key={each.title} data-on={index === step} />
            ))}
          </span>
          {step > 0 && <Button onPress={() => showTourStep(step - 1)}>{text.back}</Button>}
          <Button
            variant="primary"
            // Whoever goes on by the keys stands on the button of the next step.
            autoFocus
            onPress={() => (isLast ? endTour() : showTourStep(step + 1))}
          >
            {isLast ? text.finish : text.next}
          </Button>
        </footer>
      </section>
    </>
  );
}
