import { chooseAndImport } from '#stores/import-session.ts';
import { leavePlan } from '#stores/open-plan.ts';
import { chooseAndOpenPlan, savePlanCopy } from '#stores/plan-files.ts';
import { getBridge } from '#bridge/get-bridge.ts';
import { flushFile, hasFile, linkPlan } from '#stores/plan-file-link.ts';
import { makeAlternative } from '#stores/plan-versions.ts';
import { showVersions } from '#stores/shown-versions.ts';
import { openPanel, showTab } from '#stores/view-store.ts';
import { actionsText as text } from '#text/actions.ts';
import type { Action, ActionContext } from './action.ts';

function needsPlan({ plan }: ActionContext): string | null {
  return plan === null ? text.noPlan : null;
}

/** In the shell the plan is kept in a file from now on, or what waits for it is written; a browser can only hand a copy over. */
function keepInFile(): Promise<void> {
  if (getBridge().linkedFiles === null) return savePlanCopy();
  return hasFile() ? flushFile() : linkPlan(null);
}

/** Shows the report and opens the print dialog when it is drawn; "Save as PDF" is a printer there. */
function printReport(): void {
  showTab('report');
  globalThis.setTimeout(() => globalThis.print(), 500);
}

/** What reads and writes files, and leads from plan to plan. */
export const fileActions: readonly Action[] = [
  {
    id: 'import-inventory',
    title: text.title['import-inventory'],
    hint: '',
    icon: 'download',
    group: 'file',
    shortcut: 'Mod+I',
    why: ({ readOnly }) => (readOnly ? text.readOnly : null),
    run: () => void chooseAndImport('import'),
  },
  {
    id: 'import-folder',
    title: text.title['import-folder'],
    hint: '',
    icon: 'folder-open',
    group: 'file',
    shortcut: null,
    why: ({ readOnly }) => (readOnly ? text.readOnly : null),
    run: () => void chooseAndImport('folder'),
  },
  {
    id: 'open-plan',
    title: text.title['open-plan'],
    hint: '',
    icon: 'folder-open',
    group: 'file',
    shortcut: 'Mod+O',
    why: () => null,
    run: () => void chooseAndOpenPlan(),
  },
  {
    id: 'export',
    title: text.title.export,
    hint: '',
    icon: 'share',
    group: 'file',
    shortcut: 'Mod+E',
    why: needsPlan,
    run: () => openPanel('export', []),
  },
  {
    id: 'keep-in-file',
    title: text.title['keep-in-file'],
    hint: text.hint['keep-in-file'],
    icon: 'save',
    group: 'file',
    shortcut: 'Mod+S',
    why: (context) => needsPlan(context) ?? (context.readOnly ? text.readOnly : null),
    run: () => void keepInFile(),
  },
  {
    id: 'apply-report',
    title: text.title['apply-report'],
    hint: text.hint['apply-report'],
    icon: 'file-text',
    group: 'file',
    shortcut: null,
    why: (context) => needsPlan(context) ?? (context.readOnly ? text.readOnly : null),
    run: () => void chooseAndImport('import'),
  },
  {
    id: 'compare',
    title: text.title.compare,
    hint: text.hint.compare,
    icon: 'square-kanban',
    group: 'file',
    shortcut: null,
    why: needsPlan,
    run: () => openPanel('compare', []),
  },
  {
    id: 'merge',
    title: text.title.merge,
    hint: text.hint.merge,
    icon: 'git-merge',
    group: 'file',
    shortcut: null,
    why: (context) => needsPlan(context) ?? (context.readOnly ? text.readOnly : null),
    run: () => openPanel('merge', []),
  },
  {
    id: 'scenarios',
    title: text.title.scenarios,
    hint: text.hint.scenarios,
    icon: 'square-kanban',
    group: 'file',
    shortcut: null,
    why: needsPlan,
    run: () => openPanel('scenarios', []),
  },
  {
    id: 'make-alternative',
    title: text.title['make-alternative'],
    hint: text.hint['make-alternative'],
    icon: 'plus',
    group: 'file',
    shortcut: null,
    why: needsPlan,
    run: ({ plan }) => {
      if (plan !== null) void makeAlternative(plan);
    },
  },
  {
    id: 'save-plan-as',
    title: text.title['save-plan-as'],
    hint: text.hint['save-plan-as'],
    icon: 'save',
    group: 'file',
    shortcut: 'Mod+Shift+S',
    why: needsPlan,
    run: () => void savePlanCopy(),
  },
  {
    id: 'print',
    title: text.title.print,
    hint: text.hint.print,
    icon: 'file-text',
    group: 'file',
    shortcut: 'Mod+P',
    why: needsPlan,
    run: printReport,
  },
  {
    id: 'versions',
    title: text.title.versions,
    hint: text.hint.versions,
    icon: 'undo-2',
    group: 'file',
    shortcut: null,
    why: needsPlan,
    run: ({ plan }) => {
      if (plan !== null) showVersions({ planId: plan.id, name: plan.name });
    },
  },
  {
    id: 'where-data-is',
    title: text.title['where-data-is'],
    hint: '',
    icon: 'info',
    group: 'file',
    shortcut: null,
    why: () => null,
    run: () => openPanel('about', []),
  },
  {
    id: 'passphrase',
    title: text.title.passphrase,
    hint: text.hint.passphrase,
    icon: 'lock',
    group: 'file',
    shortcut: null,
    why: () => null,
    run: () => openPanel('passphrase', []),
  },
  {
    id: 'about',
    title: text.title.about,
    hint: text.hint.about,
    icon: 'info',
    group: 'file',
    shortcut: null,
    why: () => null,
    run: () => openPanel('about', []),
  },
  {
    id: 'delete-plan',
    title: text.title['delete-plan'],
    hint: text.hint['delete-plan'],
    icon: 'trash-2',
    group: 'file',
    shortcut: null,
    why: (context) => needsPlan(context) ?? (context.readOnly ? text.readOnly : null),
    run: () => openPanel('delete', []),
  },
  {
    id: 'close-plan',
    title: text.title['close-plan'],
    hint: '',
    icon: 'map',
    group: 'file',
    shortcut: null,
    why: needsPlan,
    run: () => void leavePlan(),
  },
];
