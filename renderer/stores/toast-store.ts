import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** One message at the bottom of the window, with at most one thing to do about it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
  /** Something did not work: said at once to who listens to the screen. */
  readonly isProblem: boolean;
}

const toastStore = createStore<{ readonly toast: Toast | null; readonly made: number }>(() => ({
  toast: null,
  made: 0,
}));

/** Shows a message; a newer one takes the place of an older. */
export function showToast(text: string, action: Toast['action'] = null): void {
  toastStore.setState(({ made }) => ({
    made: made + 1,
    toast: { id: made + 1, text, action, isProblem: false },
  }));
}

/** Says that something did not work, and why; with what can be done about it where there is something. */
export function showProblem(text: string, action: Toast['action'] = null): void {
  toastStore.setState(({ made }) => ({
    made: made + 1,
    toast: { id: made + 1, text, action, isProblem: true },
  }));
}

/** Takes a message away, unless a newer one has come meanwhile. */
export function dismissToast(id: number): void {
  toastStore.setState((state) => (state.toast?.id === id ? { ...state, toast: null } : state));
}

/** Takes the message away that speaks of what is shown no more. */
export function clearToast(): void {
  toastStore.setState({ toast: null });
}

/** The message that is shown. */
export function useToast(): Toast | null {
  return useStore(toastStore, (state) => state.toast);
}
