import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { toSliderStops, type SliderStop } from '#core/projections/slider-stops.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { openPanel, showPoint, useView } from '#stores/view-store.ts';
import { sliderText } from '#text/slider.ts';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './StateSlider.module.css';

function nextIndex(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowUp' || key === 'PageUp') return Math.min(count - 1, at + 1);
  if (key === 'ArrowLeft' || key === 'ArrowDown' || key === 'PageDown') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
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
  return (
    <div className={styles['slider']}>
      <div
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
          style={{ right: `${100 - (at / last) * 100}%` }}
        />
        {stops.map((stop, index) => (
          <Stop key={stop.point} stop={stop} index={index} at={at} count={stops.length} />
        ))}
      </div>
      <IconButton
        icon={isPlaying ? 'x' : 'play'}
        label={isPlaying ? sliderText.stop : sliderText.play}
        onPress={play}
      />
      <IconButton icon="milestone" label={sliderText.phases} onPress={() => openPanel('phases')} />
    </div>
  );
}

interface StopProps {
  readonly stop: SliderStop;
  readonly index: number;
  readonly at: number;
  readonly count: number;
}

function Stop({ stop, index, at, count }: StopProps) {
  const last = count - 1;
  const classes = [
    styles['stop'],
    index < at && styles['past'],
    index === at && styles['on'],
    index === 0 && styles['first'],
    index === last && styles['last'],
  ];
  // Each label has the room between its neighbours, half of it at the ends.
  const room = `calc((100cqw / ${last}) * ${index === 0 || index === last ? 0.48 : 0.94})`;
  return (
    // The slider itself has the keyboard and the name; a click on a stop is the same as its key.
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className={classes.filter(Boolean).join(' ')}
      style={{
        left: `${(index / last) * 100}%`,
        maxWidth: count > 6 && index !== at ? room : index === at ? '46cqw' : room,
      }}
      title={`${sliderText.title(stop)} · ${sliderText.details(stop)}`}
      onClick={() => showPoint(stop.point)}
    >
      <i />
      <span>
        <b>{sliderText.title(stop)}</b>
        {' · '}
        {sliderText.details(stop)}
      </span>
    </button>
  );
}
