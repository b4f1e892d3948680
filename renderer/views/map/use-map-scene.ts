import { useMemo } from 'react';
import { mapToolsText } from '#text/map-tools.ts';
import { findDrift, type MapDrift } from '#core/projections/map-drift.ts';
import {
  findFiltered,
  hideFiltered,
  toFilterChoices,
  type FilterChoice,
  type FilterKey,
} from '#core/projections/map-filter.ts';
import type { MapGrouping } from '#core/projections/map-grouping.ts';
import { toMapScene, type MapScene } from '#core/projections/map-scene.ts';
import type { MapView } from '#core/projections/map-box.ts';
import { toMapView } from '#core/projections/map-view.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { NodeId } from '#core/model/ids.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { useMap } from '#stores/map-store.ts';
import { useReport } from '#stores/use-workspace.ts';
import type { ShownPlan } from './use-shown-plan.ts';

/** The boxes of the map as they are looked at. */
export interface UsedScene {
  readonly view: MapView;
  readonly drift: MapDrift;
  /** What a filter lets through; `null` without one. */
  readonly kept: ReadonlySet<NodeId> | null;
  /** The nodes of the state that have a box, with or without the filter. */
  readonly all: number;
  readonly choices: Readonly<Record<FilterKey, readonly FilterChoice[]>>;
}

/** Lays the map out for a window of some aspect ratio, with its grouping, collapsed places and filter; `null` before it is measured. */
export function useMapScene(aspect: number | null, shown: ShownPlan): UsedScene | null {
  const { plan, point, preview } = shown;
  const report = useReport();
  const collapsed = useMap((map) => map.collapsed);
  const by = useMap((map) => map.grouping);
  const filter = useMap((map) => map.filter);
  const hides = useMap((map) => map.hides);
  const isFilterOpen = useMap((map) => map.tool === 'filter');
  const grouping = useMemo<MapGrouping | null>(
    () =>
      by === 'place'
        ? null
        : {
            by,
            nameOf: (value) => mapToolsText.groupName(by, value, plan.phases.get(value)?.name ?? null),
          },
    [by, plan],
  );
  const scene = useMemo(
    () => (aspect === null ? null : toMapScene(plan, aspect, collapsed, grouping)),
    [plan, aspect, collapsed, grouping],
  );
  const whole = useMemo(
    () => (scene === null ? null : viewOf(scene, { plan, point, preview }, report)),
    [plan, report, point, preview, scene],
  );
  const kept = useMemo(
    () => (whole === null ? null : findFiltered(plan, estateAt(plan, point), whole, filter)),
    [plan, point, whole, filter],
  );
  const view = useMemo(
    () => (whole !== null && kept !== null && hides ? hideFiltered(whole, kept) : whole),
    [whole, kept, hides],
  );
  const drift = useMemo(() => (scene === null ? null : findDrift(scene)), [scene]);
  // Counted only while somebody looks at the numbers.
  const choices = useMemo(
    () => (whole === null || !isFilterOpen ? noChoices : toFilterChoices(plan, estateAt(plan, point), whole)),
    [plan, point, whole, isFilterOpen],
  );
  if (view === null || whole === null || drift === null) return null;
  const all = whole.boxes.reduce(
    (sum, box) => sum + (box.node !== null && box.presence === 'here' ? 1 : 0),
    0,
  );
  return { view, drift, kept, all, choices };
}

/** The boxes of what is shown; the arrows of a proposal say their new days. */
function viewOf(scene: MapScene, { plan, point, preview }: ShownPlan, report: CheckReport): MapView {
  const view = toMapView(plan, report, point, scene, preview !== null);
  if (preview === null || preview.days.size === 0) return view;
  return {
    ...view,
    moves: view.moves.map((move) => ({ ...move, day: preview.days.get(move.change) ?? null })),
  };
}

const noChoices: UsedScene['choices'] = {
  kind: [],
  environment: [],
  party: [],
  disposition: [],
  findings: [],
};
