import { Suspense } from 'react';
import { closePanel, useView } from '#stores/view-store.ts';
import { CommandPalette } from '#views/palette/CommandPalette.tsx';
import { ExportDialog } from '#views/export/ExportDialog.tsx';
import {
  AgreeDialog,
  AnswerDialog,
  ApplyReview,
  CalendarDialog,
  CompareDialog,
  ConnectPanel,
  MergeDialog,
  HistoryDialog,
  MovePanel,
  PhasePanel,
  ScenariosDialog,
} from './panels.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';

/** What is open over the workspace: one at a time. */
export function OpenPanels() {
  const kind = useView((view) => view.panel?.kind ?? null);
  return (
    <Suspense fallback={null}>
      {kind === 'palette' && <CommandPalette />}
      {kind === 'export' && <ExportDialog />}
      {kind === 'delete' && <DeleteDialog onClose={closePanel} />}
      {kind === 'rename' && <RenameDialog onClose={closePanel} />}
      {(kind === 'move' || kind === 'add-target') && MovePanel !== null && <MovePanel />}
      {kind === 'connect' && ConnectPanel !== null && <ConnectPanel />}
      {(kind === 'phase' || kind === 'phases') && PhasePanel !== null && <PhasePanel />}
      {kind === 'apply' && ApplyReview !== null && <ApplyReview />}
      {kind === 'calendar' && CalendarDialog !== null && <CalendarDialog />}
      {kind === 'compare' && CompareDialog !== null && <CompareDialog />}
      {kind === 'merge' && MergeDialog !== null && <MergeDialog />}
      {kind === 'history' && HistoryDialog !== null && <HistoryDialog />}
      {kind === 'scenarios' && ScenariosDialog !== null && <ScenariosDialog />}
      {kind === 'agree' && AgreeDialog !== null && <AgreeDialog />}
      {kind === 'answer' && AnswerDialog !== null && <AnswerDialog />}
    </Suspense>
  );
}
