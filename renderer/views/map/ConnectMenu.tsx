import { useRef } from 'react';
import type { DrawnLine } from '#canvas/use-connect.ts';
import { dependencyTypes } from '#core/model/dependency.ts';
import { dependenciesOutOf } from '#core/state/estate.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { runCommands } from '#stores/run-commands.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { select, useView } from '#stores/view-store.ts';
import { mapToolsText as text } from '#text/map-tools.ts';
import { dependencyWords } from '#text/map.ts';
import { Menu, MenuItem } from '#ui/Menu.tsx';
import styles from './MapView.module.css';

/** What a line that a hand drew shall mean: one of the types of dependency, read from its beginning to its end. */
export function ConnectMenu({
  line,
  onClose,
}: {
  readonly line: DrawnLine | null;
  readonly onClose: () => void;
}) {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const anchor = useRef<HTMLSpanElement>(null);
  if (line === null) return null;
  const estate = estateAt(plan, point);
  const [from, to] = [estate.nodes.get(line.from), estate.nodes.get(line.to)];
  if (from === undefined || to === undefined) return null;
  const known = new Set(
    dependenciesOutOf(estate, from.id)
      .filter((each) => each.to === to.id)
      .map((each) => each.type),
  );
  return (
    <>
      <span ref={anchor} className={styles['anchor']} style={{ left: line.x, top: line.y }} />
      <Menu
        key={`${from.id}${to.id}`}
        label={text.connectMenu(from.name, to.name)}
        anchor={anchor}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        {dependencyTypes.map((type) => (
          <MenuItem
            key={type}
            why={known.has(type) ? text.isThere : null}
            onAction={() => {
              const done = runCommands([{ command: 'add-dependency', from: from.id, to: to.id, type }]);
              if (done.ok) select([from.id]);
            }}
          >
            {text.sentence(from.name, dependencyWords[type], to.name)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
