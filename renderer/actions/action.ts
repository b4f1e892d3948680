import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { StatePoint } from '#core/state/plan-states.ts';
import { viewStore, type ViewState } from '#stores/view-store.ts';
import { workspaceStore } from '#stores/workspace-store.ts';
import type { EditHistory } from '#persistence/workspace-text.ts';

/** What an action looks at to say whether it can run. */
export interface ActionContext {
  readonly plan: Plan | null;
  readonly history: EditHistory;
  readonly readOnly: boolean;
  readonly selection: readonly NodeId[];
  readonly point: StatePoint;
  readonly screen: ViewState['screen'];
}

/** The names of icons that actions carry; the same as in `#ui/icons.ts`. */
export type ActionIcon =
  | 'arrow-right'
  | 'minus'
  | 'check'
  | 'milestone'
  | 'plus'
  | 'undo-2'
  | 'redo-2'
  | 'search'
  | 'share'
  | 'save'
  | 'download'
  | 'folder-open'
  | 'pencil'
  | 'map'
  | 'moon'
  | 'sun'
  | 'monitor'
  | 'panel-left'
  | 'triangle-alert'
  | 'chevron-left'
  | 'chevron-right'
  | 'info'
  | 'life-buoy'
  | 'sparkles'
  | 'lock'
  | 'square-kanban'
  | 'table-2'
  | 'chart-gantt'
  | 'handshake'
  | 'message-circle-question-mark'
  | 'file-text'
  | 'trash-2'
  | 'git-merge';

/** One thing that a person can do: menu, shortcut, palette and buttons are all made of it. */
export interface Action {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly icon: ActionIcon;
  readonly group: 'selection' | 'plan' | 'view' | 'file';
  /** `Mod` is Ctrl, on a Mac Cmd: `Mod+Shift+Z`, `M`. */
  readonly shortcut: string | null;
  /** Why it is off; null when it can run. */
  readonly why: (context: ActionContext) => string | null;
  readonly run: (context: ActionContext) => void;
}

/** The context as it is now. */
export function readContext(): ActionContext {
  const { plan, history, readOnly } = workspaceStore.getState();
  const { selection, point, screen } = viewStore.getState();
  const known = plan === null ? [] : selection.filter((id) => isKnown(plan, id));
  return { plan, history, readOnly, selection: known, point, screen };
}

function isKnown(plan: Plan, id: NodeId): boolean {
  return (
    plan.nodes.has(id) || plan.changes.filter((each) => each.kind === 'add' && each.node.id === id).length > 0
  );
}
