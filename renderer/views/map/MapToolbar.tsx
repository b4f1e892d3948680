import { useEffect } from 'react';
import { groupings } from '#core/projections/map-grouping.ts';
import type { FilterChoice, FilterKey } from '#core/projections/map-filter.ts';
import { isFiltering } from '#core/projections/map-filter.ts';
import { groupBy, openTool, showOverview, useMap } from '#stores/map-store.ts';
import { mapToolsText as text } from '#text/map-tools.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu, MenuItem } from '#ui/Menu.tsx';
import { Popover } from '#ui/Popover.tsx';
import { FilterPanel } from './FilterPanel.tsx';

/** How the map is put together, what of it stands out, and whether the small map is shown. */
export function MapToolbar({
  choices,
}: {
  readonly choices: Readonly<Record<FilterKey, readonly FilterChoice[]>>;
}) {
  const grouping = useMap((map) => map.grouping);
  const filter = useMap((map) => map.filter);
  const overview = useMap((map) => map.overview);
  const tool = useMap((map) => map.tool);
  // What is open when the map is left is not open when one comes back.
  useEffect(() => () => openTool(null), []);
  return (
    <>
      <Menu
        label={text.group}
        placement="top start"
        trigger={<IconButton icon="layers" label={text.group} keyCap="G" isPressed={grouping !== 'place'} />}
        isOpen={tool === 'group'}
        onOpenChange={(isOpen) => openTool(isOpen ? 'group' : null)}
      >
        {groupings.map((each) => (
          <MenuItem
            key={each}
            icon={each === grouping ? 'check' : 'none'}
            note={each === grouping ? text.isChosen : undefined}
            onAction={() => groupBy(each)}
          >
            {text.groupNames[each]}
          </MenuItem>
        ))}
      </Menu>
      <Popover
        label={text.filter}
        placement="top start"
        trigger={
          <IconButton
            icon="list-filter"
            label={text.filter}
            keyCap="Shift F"
            isPressed={isFiltering(filter)}
          />
        }
        isOpen={tool === 'filter'}
        onOpenChange={(isOpen) => openTool(isOpen ? 'filter' : null)}
      >
        <FilterPanel choices={choices} />
      </Popover>
      <IconButton
        icon="map"
        label={text.overview}
        keyCap="O"
        isPressed={overview}
        onPress={() => showOverview(!overview)}
      />
    </>
  );
}
