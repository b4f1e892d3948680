import type { MapDrift } from '#core/projections/map-drift.ts';
import type { ImpactWay, ShownImpact } from '#core/projections/map-impact.ts';
import type { PreviewSum } from '#core/projections/map-preview.ts';
import type { MapView } from '#core/projections/map-box.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Grouping } from '#core/projections/map-grouping.ts';
import { clearFilter, followImpact, groupBy, showImpact, useMap } from '#stores/map-store.ts';
import { showPreview } from '#stores/preview-store.ts';
import { runCommands } from '#stores/run-commands.ts';
import { mapToolsText as text } from '#text/map-tools.ts';
import { previewText } from '#text/preview.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Popover } from '#ui/Popover.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import styles from './MapStatus.module.css';

const ways: readonly ImpactWay[] = ['both', 'needed-by', 'needs'];

function layOut(nodes: readonly NodeId[]): void {
  runCommands(nodes.map((node) => ({ command: 'place-node', node, x: null, y: null })));
}

function Drift({ drift, view }: { readonly drift: MapDrift; readonly view: MapView }) {
  const { placed, overlapping } = drift;
  const hasDrift = overlapping.length > 0;
  return (
    <Popover
      label={text.driftTitle}
      placement="top start"
      trigger={
        <Button size="small" variant="quiet" icon={hasDrift ? 'triangle-alert' : 'grip-vertical'}>
          {hasDrift
            ? `${text.byHand(placed.length)}, ${text.drifted(overlapping.length)}`
            : text.byHand(placed.length)}
        </Button>
      }
    >
      <div className={styles['drift']}>
        <p>{hasDrift ? text.driftSome : text.driftNone}</p>
        {hasDrift && (
          <ul>
            {overlapping.slice(0, 8).map((id) => (
              <li key={id}>
                <bdi>{view.byId.get(id)?.name ?? ''}</bdi>
              </li>
            ))}
          </ul>
        )}
        {hasDrift && (
          <Button size="small" onPress={() => layOut(overlapping)}>
            {text.layOutThese}
          </Button>
        )}
        <Button size="small" variant="quiet" onPress={() => layOut(placed)}>
          {text.layOutAll}
        </Button>
      </div>
    </Popover>
  );
}

function Impact({ impact }: { readonly impact: ShownImpact }) {
  const way = useMap((map) => map.impactWay);
  const { breaks, weakened, needs, between } = impact;
  return (
    <div className={styles['line']}>
      <span role="status">
        {between === null
          ? text.impact({ breaks: breaks.size, weakened: weakened.size, needs: needs.size })
          : text.impactBetween(between.size)}
      </span>
      {between === null && (
        <SegmentedControl<ImpactWay>
          label={text.impactLabel}
          value={way}
          onChange={followImpact}
          options={ways.map((value) => ({ value, label: text.impactWays[value] }))}
        />
      )}
      <IconButton size="small" icon="x" label={text.endImpact} onPress={() => showImpact(false)} />
    </div>
  );
}

export interface MapStatusProps {
  readonly view: MapView;
  /** What a proposal would change, while the map shows that. */
  readonly preview: PreviewSum | null;
  readonly drift: MapDrift;
  readonly impact: ShownImpact | null;
  /** How many nodes the filter lets through, of how many; `null` without a filter. */
  readonly filtered: { readonly shown: number; readonly all: number } | null;
  readonly grouping: Grouping;
}

/** What of the map is not as it always is: a grouping, a filter, an impact, places of a hand. Each can be ended here. */
export function MapStatus({ view, preview, drift, impact, filtered, grouping }: MapStatusProps) {
  const hides = useMap((map) => map.hides);
  return (
    <>
      {preview !== null && (
        <div className={styles['line']}>
          <span role="status">{previewText.sum(preview)}</span>
          <IconButton size="small" icon="x" label={previewText.hide} onPress={() => showPreview(false)} />
        </div>
      )}
      {impact !== null && <Impact impact={impact} />}
      {filtered !== null && (
        <div className={styles['line']}>
          <span role="status">{text.filtered(filtered.shown, filtered.all, hides)}</span>
          <IconButton size="small" icon="x" label={text.clear} onPress={clearFilter} />
        </div>
      )}
      {grouping !== 'place' && (
        <div className={styles['line']}>
          <span>{text.grouped(grouping)}</span>
          <IconButton size="small" icon="x" label={text.backToPlaces} onPress={() => groupBy('place')} />
        </div>
      )}
      {grouping === 'place' && drift.placed.length > 0 && (
        <div className={styles['line']}>
          <Drift drift={drift} view={view} />
        </div>
      )}
    </>
  );
}
