import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { NodeId } from '#core/model/ids.ts';
import { findDropPhase, findDropPoint, toDropCommands } from '#core/projections/drop-commands.ts';
import {
  findPossibleTargets,
  sortTargets,
  toMoveTarget,
  type MoveTarget,
} from '#core/projections/move-targets.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { runCommands } from '#stores/run-commands.ts';
import { showProblem } from '#stores/toast-store.ts';
import { closePanel, openPanel, select, showPoint, useView } from '#stores/view-store.ts';
import { moveText as text } from '#text/move.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { AddTargetPanel } from './AddTargetPanel.tsx';
import { MoveLine } from './MoveLine.tsx';
import styles from './MovePanel.module.css';

/** So many places are judged at once; typing narrows the rest. */
const most = 120;

/** "Move to…": the places that the selection could go to, best first, with what breaks there. */
export function MovePanel() {
  const panel = useView((view) => view.panel);
  if (panel?.kind === 'add-target') return <AddTargetPanel />;
  return panel?.kind === 'move' && panel.nodes.length > 0 ? (
    <Panel key={panel.nodes.join()} nodes={panel.nodes} />
  ) : null;
}

function useTargets(
  nodes: readonly NodeId[],
  words: string,
): { readonly shown: readonly MoveTarget[]; readonly all: number } {
  const plan = usePlan();
  const point = useView((view) => view.point);
  return useMemo(() => {
    const phase = findDropPhase(plan, point);
    const estate = estateAt(plan, findDropPoint(phase));
    const possible = findPossibleTargets(estate, nodes);
    const wanted = words.trim().toLowerCase();
    const named =
      wanted === ''
        ? possible
        : possible.filter((node) =>
            [node.name, ...node.aliases].some((name) => name.toLowerCase().includes(wanted)),
          );
    // Places before servers, so that a large estate still judges every host.
    const first = [...named]
      .sort((a, b) => Number(a.kind === 'server') - Number(b.kind === 'server'))
      .slice(0, most);
    return {
      shown: sortTargets(first.map((target) => toMoveTarget(plan, estate, nodes, target, phase))),
      all: possible.length,
    };
  }, [plan, point, nodes, words]);
}

function Panel({ nodes }: { readonly nodes: readonly NodeId[] }) {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  // After a dialog the page is inert until the next effect, so the field can't take the focus by itself.
  useEffect(() => field.current?.focus(), []);
  const { shown, all } = useTargets(nodes, words);
  const phase = findDropPhase(plan, point);
  const at = Math.min(chosen, Math.max(0, shown.length - 1));
  const [only] = nodes;
  const estate = estateAt(plan, findDropPoint(phase));
  const name =
    nodes.length === 1
      ? (estate.nodes.get(only ?? null)?.name ?? plan.nodes.get(only ?? null)?.name ?? '')
      : text.several(nodes.length);

  const move = (target: MoveTarget | undefined): void => {
    if (target === undefined) return;
    if (target.verdict.verdict === 'refused') {
      showProblem(target.verdict.reason ?? text.verdict(target.verdict));
      return;
    }
    if (!runCommands(toDropCommands(plan, nodes, target.node.id, phase)).ok) return;
    closePanel();
    select(nodes);
    if (point === 'start') showPoint(findDropPoint(phase));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) setChosen(Math.max(0, Math.min(shown.length - 1, at + step)));
    else if (event.key === 'Enter') move(shown[at]);
    else if (event.key === 'Escape') closePanel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const optionId = (index: number): string => `move-target-${index}`;
  return (
    <div role="dialog" aria-label={text.label(name)} className={styles['panel']} onKeyDown={onKeyDown}>
      <div className={styles['head']}>
        <span className={styles['chip']}>
          <bdi>{name}</bdi>
        </span>
        <input
          ref={field}
          // The panel is a field: a person opened it to type.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          className={styles['input']}
          role="combobox"
          aria-label={text.field}
          aria-expanded
          aria-controls="move-targets"
          aria-activedescendant={shown.length > 0 ? optionId(at) : undefined}
          placeholder={text.field}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setChosen(0);
          }}
        />
        <button type="button" className={styles['close']} onClick={closePanel}>
          <kbd>{text.close}</kbd>
        </button>
      </div>
      {shown.length === 0 ? (
        <div className={styles['none']}>
          <EmptyState
            icon="search"
            title={text.none(words)}
            next={text.noneNext}
            action={<Button onPress={() => openPanel('add-target', nodes)}>{text.addTarget}</Button>}
          />
        </div>
      ) : (
        <>
          <div className={styles['caption']}>
            <h3>{text.best}</h3>
            <span className={styles['count']}>{text.places(shown.length, all)}</span>
          </div>
          <ul id="move-targets" role="listbox" aria-label={text.field} className={styles['list']}>
            {shown.map((target, index) => (
              <MoveLine
                key={target.node.id}
                id={optionId(index)}
                target={target}
                isChosen={index === at}
                onChoose={() => setChosen(index)}
                onMove={() => move(target)}
              />
            ))}
          </ul>
        </>
      )}
      <div className={styles['foot']}>
        <kbd>↵</kbd> {text.into(plan.phases.get(phase)?.name ?? null)}
        <kbd>↑</kbd>
        <kbd>↓</kbd> {text.choose}
        <Button variant="quiet" size="small" icon="plus" onPress={() => openPanel('add-target', nodes)}>
          {text.addTarget}
        </Button>
      </div>
    </div>
  );
}
