import { openHelp } from '#stores/help-store.ts';
import { helpText } from '#text/help.ts';
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { toSliderStops, type SliderStop } from '#core/projections/slider-stops.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { openPanel, showPoint, useView } from '#stores/view-store.ts';
import { sliderText } from '#text/slider.ts';
import { classNames } from '#ui/class-names.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { estimateWidth, toLabelPlaces, type LabelPlace } from './label-places.ts';
import styles from './StateSlider.module.css';

function nextIndex(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowUp' || key === 'PageUp') return Math.min(count - 1, at + 1);
  if (key === 'ArrowLeft' || key === 'ArrowDown' || key === 'PageDown') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** How much of a stop can be pressed to each side of its dot. */
const dotRoom = 12;

/** The width of an element, followed while it changes. */
function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    setWidth(current.clientWidth);
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}

/** Which state every view shows: as is, after a phase, to be. */
export function StateSlider() {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const stops = useMemo(() => toSliderStops(plan), [plan]);
  const at = Math.max(
    0,
    stops.findIndex((stop) => stop.point === point),
  );
  const [isPlaying, setPlaying] = useState(false);
  const last = stops.length - 1;

  // A phase that was deleted or undone leaves the slider at a state that is still there.
  const isLost = stops.every((stop) => stop.point !== point);
  useEffect(() => {
    if (isLost) showPoint('start');
  }, [isLost]);

  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => {
      const next = stops[at + 1];
      if (next === undefined) setPlaying(false);
      else showPoint(next.point);
    }, 1400);
    return () => clearTimeout(timer);
  }, [isPlaying, at, stops]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextIndex(event.key, at, stops.length);
    const stop = next === null ? undefined : stops[next];
    if (stop === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    showPoint(stop.point);
  };
  const play = (): void => {
    if (at === last && !isPlaying) showPoint('start');
    setPlaying(!isPlaying);
  };
  const shown = stops[at];
  const [track, width] = useWidth();
  const places = toLabelPlaces(
    stops.map((stop) => ({
      name: estimateWidth(sliderText.title(stop)),
      full: estimateWidth(`${sliderText.title(stop)} · ${sliderText.details(stop)}`),
    })),
    at,
    width,
  );
  return (
    <div className={styles['slider']}>
      <div
        ref={track}
        className={styles['stops']}
        role="slider"
        tabIndex={0}
        aria-label={sliderText.label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={shown === undefined ? '' : sliderText.name(shown)}
        aria-description={shown === undefined ? '' : sliderText.details(shown)}
        onKeyDown={onKeyDown}
      >
        <span className={styles['track']} />
        <span
          className={`${styles['track']} ${styles['fill']}`}
          style={{ right: width - (places[at]?.dot ?? 0) }}
        />
        {stops.map((stop, index) => {
          const place = places[index];
          return (
            place !== undefined && (
              <Stop key={stop.point} stop={stop} place={place} isPast={index < at} isOn={index === at} />
            )
          );
        })}
      </div>
      <IconButton
        icon={isPlaying ? 'x' : 'play'}
        label={isPlaying ? sliderText.stop : sliderText.play}
        onPress={play}
      />
      <IconButton icon="milestone" label={sliderText.phases} onPress={() => openPanel('phases')} />
      <IconButton icon="circle-question-mark" label={helpText.here} keyCap="F1" onPress={() => openHelp()} />
    </div>
  );
}

interface StopProps {
  readonly stop: SliderStop;
  readonly place: LabelPlace;
  readonly isPast: boolean;
  readonly isOn: boolean;
}

function Stop({ stop, place, isPast, isOn }: StopProps) {
  const { dot, left, width, hasDetails } = place;
  const [low, high] = [Math.min(left, dot - dotRoom), Math.max(left + width, dot + dotRoom)];
  return (
    // The slider itself has the keyboard and the name; a click on a stop is the same as its key.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      aria-hidden="true"
      className={classNames(styles['stop'], isPast && styles['past'], isOn && styles['on'])}
      style={{ left: low, width: high - low }}
      title={`${sliderText.title(stop)} · ${sliderText.details(stop)}`}
      onClick={() => showPoint(stop.point)}
    >
      <i style={{ left: dot - low }} />
      <span style={{ left: left - low, width }}>
        <b>
          <bdi>{sliderText.title(stop)}</bdi>
        </b>
        {hasDetails && ` · ${sliderText.details(stop)}`}
      </span>
    </div>
  );
}
