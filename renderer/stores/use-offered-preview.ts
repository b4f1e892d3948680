import { useEffect } from 'react';
import type { Command } from '#core/model/command.ts';
import { offerPreview, showPreview, usePreview } from './preview-store.ts';
import { usePlan } from './use-workspace.ts';
import { showTab, useView } from './view-store.ts';

/** Where the preview of a result is. */
export interface OfferedState {
  /** Whether there is something to look at. */
  readonly isOffered: boolean;
  /** Whether a person sees it right now. */
  readonly isShown: boolean;
  /** Goes to the map and shows it there. */
  readonly show: () => void;
}

function showOnMap(): void {
  showPreview(true);
  showTab('map');
}

/** Offers the commands of a result to the map for as long as the result is shown. `commands` stay the same list. */
export function useOfferedPreview(commands: readonly Command[]): OfferedState {
  const plan = usePlan();
  const isOnMap = useView((view) => view.tab === 'map');
  const isHidden = usePreview((state) => state.isHidden);
  useEffect(() => {
    offerPreview(commands.length === 0 ? null : { plan, commands });
    return () => offerPreview(null);
  }, [plan, commands]);
  return { isOffered: commands.length > 0, isShown: isOnMap && !isHidden, show: showOnMap };
}
