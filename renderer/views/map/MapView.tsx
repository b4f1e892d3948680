import { useEffect, useMemo, useState } from 'react';
import { MapCanvas } from '#canvas/MapCanvas.tsx';
import { pickEdge, usePickedEdge } from '#canvas/edge-selection.ts';
import { toPicture } from '#canvas/picture.ts';
import { showsAll } from '#canvas/visible-boxes.ts';
import type { DependencyId, NodeId } from '#core/model/ids.ts';
import { toMapEdges, type MapEdge } from '#core/projections/map-edges.ts';
import { findTouched } from '#core/projections/map-impact.ts';
import { toMapLines } from '#core/projections/map-lines.ts';
import { mostSingleLines, toMapLinks } from '#core/projections/map-links.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { ancestorsIn } from '#core/state/estate.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { finishFocus, openPanel, select, showScreen, useView, viewStore } from '#stores/view-store.ts';
import { collapse, rememberCollapsed, requestFit, toggleCollapsed, useMap } from '#stores/map-store.ts';
import { checkShown } from '#stores/workspace-store.ts';
import { usePlan, useReport } from '#stores/use-workspace.ts';
import { mapText } from '#text/map.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { MapMenu, type MenuRequest } from './MapMenu.tsx';
import { dropOn, placeBoxes, previewDrop } from './drop-actions.ts';
import { useAspect } from './use-aspect.ts';
import { useTravelling } from './use-travelling.ts';
import styles from './MapView.module.css';

const nothing: ReadonlySet<string> = new Set();

/** The map of the estate in the state that the slider shows. */
export function MapView() {
  const plan = usePlan();
  return (
    <section className={styles['view']} aria-label={mapText.region}>
      {plan.nodes.size + plan.changes.size === 0 ? (
        <EmptyState
          icon="map"
          title={mapText.emptyTitle}
          next={mapText.emptyNext}
          action={<Button onPress={() => showScreen('start')}>{mapText.emptyAction}</Button>}
        />
      ) : (
        <Picture />
      )}
    </section>
  );
}

function Picture() {
  const plan = usePlan();
  const report = useReport();
  const point = useView((view) => view.point);
  const selected = useView((view) => view.selection);
  const focusRequest = useView((view) => view.focusRequest);
  const picked = usePickedEdge();
  const [menu, setMenu] = useState<MenuRequest | null>(null);
  const [aspect, frame] = useAspect();
  const collapsed = useMap((map) => map.collapsed);
  const impact = useMap((map) => map.impact);
  const fitRequest = useMap((map) => map.fit);
  const isTravelling = useTravelling(point);

  const scene = useMemo(
    () => (aspect === null ? null : toMapScene(plan, aspect, collapsed)),
    [plan, aspect, collapsed],
  );
  const view = useMemo(
    () => (scene === null ? null : toMapView(plan, report, point, scene)),
    [plan, report, point, scene],
  );
  const selection = useMemo(() => new Set<string>(selected), [selected]);
  const shown = useMemo(
    () => (selection.size === 0 && picked !== null ? new Set([picked.key]) : selection),
    [selection, picked],
  );
  // A map that bundles by place opens what is selected; a drawn one has every line, and the others need no new edges.
  const isOpening = view !== null && showsAll(view) && plan.dependencies.size > mostSingleLines;
  const open = isOpening ? selection : nothing;
  const edges = useMemo(
    () => (view === null ? null : toMapEdges(view, toMapLinks(plan, estateAt(plan, point), view, open))),
    [plan, point, view, open],
  );
  const picture = useMemo(() => {
    if (view === null || edges === null || showsAll(view)) return null;
    return toPicture(view, toMapLines(plan, estateAt(plan, point), view), edges.edges);
  }, [plan, point, view, edges]);

  const onSelect = (nodes: readonly NodeId[], how: 'only' | 'add'): void => {
    pickEdge(null);
    if (how === 'only') return select(nodes);
    const before = viewStore.getState().selection;
    const rest = before.filter((id) => !nodes.includes(id));
    select(rest.length < before.length ? rest : [...before, ...nodes]);
  };
  const onPickEdge = (edge: MapEdge): void => {
    const { subject } = edge;
    select([]);
    if (subject.kind === 'link') pickEdge({ key: edge.key, dependencies: [subject.link.dependency.id] });
    else if (subject.kind === 'bundle')
      pickEdge({ key: edge.key, dependencies: subject.bundle.dependencies });
  };

  // Where nothing is selected any more there is no impact to show.
  const touched = useMemo(
    () => (impact && selected.length > 0 ? findTouched(estateAt(plan, point), selected) : null),
    [impact, selected, plan, point],
  );
  useEffect(() => void rememberCollapsed(plan.id), [plan.id]);
  useEffect(() => {
    if (focusRequest === null || view === null || view.byId.has(focusRequest)) return;
    const around = ancestorsIn(estateAt(plan, point), focusRequest).map((each) => each.id);
    const isIn = new Set<string>(around);
    // What is asked for stands in something collapsed: open that.
    if (around.some((id) => collapsed.has(id))) collapse([...collapsed].filter((id) => !isIn.has(id)));
    else finishFocus();
  }, [focusRequest, view, plan, point, collapsed]);

  const onPickLine = (dependency: DependencyId): void => {
    select([]);
    pickEdge({ key: dependency, dependencies: [dependency] });
  };

  return (
    <div ref={frame} className={styles['view']}>
      {view !== null && edges !== null && (
        <MapCanvas
          view={view}
          edges={edges}
          picture={picture}
          selection={shown}
          pictureKey={plan.id}
          isTravelling={isTravelling}
          focusRequest={focusRequest}
          onFocused={finishFocus}
          previewDrop={previewDrop}
          onSelect={onSelect}
          onPickEdge={onPickEdge}
          onPickLine={onPickLine}
          touched={touched}
          fitRequest={fitRequest}
          onFitted={() => requestFit(null)}
          onDrawn={checkAfterPicture}
          onToggle={(node) => toggleCollapsed([node])}
          onOpen={focusInspector}
          onDrop={dropOn}
          onPlace={placeBoxes}
          onAdd={() => openPanel('add-target', [])}
          onMenu={(node, at) => setMenu({ node, ...at })}
        />
      )}
      <MapMenu request={menu} onClose={() => setMenu(null)} />
    </div>
  );
}

/** The first drawing of a large plan goes before its checks; two frames later it is on the screen. */
function checkAfterPicture(): void {
  requestAnimationFrame(() => requestAnimationFrame(checkShown));
}

/** The inspector is another part of the window: found by its name, as assistive technology does. */
function focusInspector(): void {
  requestAnimationFrame(() => {
    const region = document.querySelector(
      '[role="region"][aria-label="Inspector"], section[aria-label="Inspector"], aside[aria-label="Inspector"]',
    );
    const first = region?.querySelector('button, [href], input, [tabindex="0"]');
    if (first instanceof HTMLElement) first.focus();
  });
}
