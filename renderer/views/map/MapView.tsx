import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { MapCanvas } from '#canvas/MapCanvas.tsx';
import { pickEdge, usePickedEdge } from '#canvas/edge-selection.ts';
import type { DrawnLine } from '#canvas/use-connect.ts';
import type { Hovered } from '#canvas/use-hover-card.ts';
import { toPicture } from '#canvas/picture.ts';
import { showsAll } from '#canvas/visible-boxes.ts';
import { findKnownNode } from '#core/graph/known-nodes.ts';
import type { DependencyId, NodeId } from '#core/model/ids.ts';
import type { MapEdge } from '#core/projections/map-edge.ts';
import { toMapEdges } from '#core/projections/map-edges.ts';
import { findTouched } from '#core/projections/map-impact.ts';
import { toMapLines } from '#core/projections/map-lines.ts';
import { mostSingleLines, toMapLinks } from '#core/projections/map-links.ts';
import { ancestorsIn } from '#core/state/estate.ts';
import { estateAt } from '#core/state/plan-states.ts';
import {
  closePanel,
  finishFocus,
  openPanel,
  select,
  showScreen,
  useView,
  viewStore,
} from '#stores/view-store.ts';
import { collapse, rememberMap, requestFit, toggleCollapsed, useMap } from '#stores/map-store.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { checkLate } from '#stores/workspace-store.ts';
import { mapText } from '#text/map.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ConnectMenu } from './ConnectMenu.tsx';
import { EdgeMenu } from './EdgeMenu.tsx';
import { MapMenu, type MenuRequest } from './MapMenu.tsx';
import { MapStatus } from './MapStatus.tsx';
import { MapToolbar } from './MapToolbar.tsx';
import { dropOn, placeBoxes, previewDrop } from './drop-actions.ts';
import { LineCard } from './LineCard.tsx';
import { NodeCard } from './NodeCard.tsx';
import { useAspect } from './use-aspect.ts';
import { useMapScene } from './use-map-scene.ts';
import { useShownPlan } from './use-shown-plan.ts';
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
  const shownPlan = useShownPlan();
  const { plan, point, preview } = shownPlan;
  const known = usePlan();
  const selected = useView((view) => view.selection);
  const focusRequest = useView((view) => view.focusRequest);
  const picked = usePickedEdge();
  const [menu, setMenu] = useState<MenuRequest | null>(null);
  const [line, setLine] = useState<DrawnLine | null>(null);
  const asked = useView((state) => (state.panel?.kind === 'edges' ? (state.panel.nodes[0] ?? null) : null));
  const [aspect, frame] = useAspect();
  const collapsed = useMap((map) => map.collapsed);
  const isImpact = useMap((map) => map.impact);
  const way = useMap((map) => map.impactWay);
  const grouping = useMap((map) => map.grouping);
  const overview = useMap((map) => map.overview);
  const hides = useMap((map) => map.hides);
  const fitRequest = useMap((map) => map.fit);
  const isTravelling = useTravelling(point);

  const scene = useMapScene(aspect, shownPlan);
  const view = scene?.view ?? null;
  const selection = useMemo(() => new Set<string>(selected), [selected]);
  const shown = useMemo(
    () => (selection.size === 0 && picked !== null ? new Set([picked.key]) : selection),
    [selection, picked],
  );
  // A map that bundles by place opens what is selected; a drawn one has every line, and the others need no new edges.
  const isOpening = view !== null && showsAll(view) && plan.dependencies.size > mostSingleLines;
  const open = isOpening ? selection : nothing;
  const edges = useMemo(
    () =>
      view === null
        ? null
        : toMapEdges(
            view,
            toMapLinks(plan, estateAt(plan, point), view, open),
            showsAll(view) ? 'all' : 'bundles',
          ),
    [plan, point, view, open],
  );
  const picture = useMemo(() => {
    if (view === null || edges === null || showsAll(view)) return null;
    return toPicture(view, toMapLines(plan, estateAt(plan, point), view), edges.edges);
  }, [plan, point, view, edges]);

  const onSelect = (all: readonly NodeId[], how: 'only' | 'add'): void => {
    pickEdge(null);
    // What only a proposal would add can be looked at, not worked on.
    const nodes = preview === null ? all : all.filter((id) => findKnownNode(known, id) !== undefined);
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
    else if (subject.kind === 'moves')
      select(subject.moves.moves.flatMap((move) => view?.byId.get(move.to)?.node ?? []));
  };

  // Where nothing is selected any more there is no impact to show.
  const impact = useMemo(
    () => (isImpact && selected.length > 0 ? findTouched(estateAt(plan, point), selected, way) : null),
    [isImpact, selected, plan, point, way],
  );
  const kept = scene?.kept ?? null;
  const touched = useMemo(() => meetOf(impact?.touched ?? null, hides ? null : kept), [impact, kept, hides]);
  useEffect(() => void rememberMap(plan.id), [plan.id]);
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
      {scene !== null && view !== null && edges !== null && (
        <MapCanvas
          view={view}
          edges={edges}
          picture={picture}
          selection={shown}
          pictureKey={preview === null ? plan.id : `${plan.id} proposed`}
          hasOverview={overview}
          tools={<MapToolbar choices={scene.choices} />}
          isFixed={preview !== null}
          status={
            <MapStatus
              view={view}
              preview={preview}
              drift={scene.drift}
              impact={impact}
              filtered={kept === null ? null : { shown: kept.size, all: scene.all }}
              grouping={grouping}
            />
          }
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
          onConnect={setLine}
          renderCard={renderCard}
        />
      )}
      <MapMenu request={menu} onClose={() => setMenu(null)} />
      <ConnectMenu line={line} onClose={() => setLine(null)} />
      {asked !== null && edges !== null && (
        <EdgeMenu
          key={asked}
          node={asked}
          edges={edges}
          onClose={closeEdges}
          onPickEdge={onPickEdge}
          onOpenInspector={focusInspector}
        />
      )}
    </div>
  );
}

/** The first drawing of a large plan goes before its checks; two frames later it is on the screen. */
function checkAfterPicture(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => void checkLate()));
}

function renderCard(hovered: Hovered): ReactNode {
  if (hovered.kind === 'line') return <LineCard dependency={hovered.id} />;
  return hovered.box.node === null ? null : <NodeCard node={hovered.box.node} />;
}

/** Choosing in the menu may have opened another panel already. */
function closeEdges(): void {
  if (viewStore.getState().panel?.kind === 'edges') closePanel();
}

/** What is in both; a `null` leaves nothing out. */
function meetOf(a: ReadonlySet<NodeId> | null, b: ReadonlySet<NodeId> | null): ReadonlySet<NodeId> | null {
  if (a === null || b === null) return a ?? b;
  return new Set([...a].filter((id) => b.has(id)));
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
