import type { NodeInspection } from '#core/projections/inspector.ts';
import { runCommands } from '#stores/run-commands.ts';
import { jumpTo, openPanel, select, showTab } from '#stores/view-store.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator } from '#ui/Menu.tsx';
import { mapText } from '#text/map.ts';

/** Everything that can be done with the node. */
export function NodeMenu({ inspection }: { readonly inspection: NodeInspection }) {
  const { node, disposition, changes } = inspection;
  const isRetired = disposition?.disposition === 'retire';
  return (
    <Menu
      label={text.menuOf(node.name)}
      placement="bottom end"
      trigger={<IconButton icon="ellipsis" size="small" label={text.more} />}
    >
      <MenuItem icon="arrow-right" keyCap="M" onAction={() => openPanel('move', [node.id])}>
        {text.moveTo}
      </MenuItem>
      <MenuItem
        icon="minus"
        keyCap="R"
        why={isRetired ? mapText.isCandidate : null}
        onAction={() => runCommands([{ command: 'mark-removal', node: node.id }])}
      >
        {text.removal}
      </MenuItem>
      <MenuItem icon="milestone" keyCap="P" onAction={() => openPanel('phase', [node.id])}>
        {text.assignPhase}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon="eye"
        onAction={() => {
          showTab('map');
          jumpTo(node.id);
        }}
      >
        {text.show}
      </MenuItem>
      {isRetired && (
        <MenuItem
          icon="rotate-ccw"
          onAction={() => runCommands([{ command: 'set-disposition', node: node.id, disposition: null }])}
        >
          {text.takeBack}
        </MenuItem>
      )}
      {changes.length > 0 && (
        <MenuItem
          icon="undo-2"
          onAction={() =>
            runCommands(changes.map(({ change }) => ({ command: 'withdraw-change', change: change.id })))
          }
        >
          {text.withdraw}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem
        icon="trash-2"
        isDanger
        onAction={() => {
          if (runCommands([{ command: 'remove-node', node: node.id }]).ok) select([]);
        }}
      >
        {text.deleteNode}
      </MenuItem>
    </Menu>
  );
}
