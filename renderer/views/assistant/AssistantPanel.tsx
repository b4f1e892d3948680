import { useEffect, useRef, type ReactNode } from 'react';
import type { Command } from '#core/model/command.ts';
import { runCommands } from '#stores/run-commands.ts';
import { useOfferedPreview } from '#stores/use-offered-preview.ts';
import type { PlanningState } from '#stores/use-planning.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { showAssistant } from '#stores/view-store.ts';
import { assistantText as text } from '#text/assistant.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { PreviewLine } from '#ui/PreviewLine.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import styles from './AssistantPanel.module.css';

const nothing: readonly Command[] = [];

export interface AssistantPanelProps {
  readonly title: string;
  /** What it does, in a sentence or two. */
  readonly intro: string;
  /** What can be chosen before it looks. */
  readonly options: ReactNode;
  readonly state: PlanningState<unknown>;
  /** What it is doing while it runs. */
  readonly running: string;
  /** Why it cannot look now. */
  readonly why: string | null;
  readonly onPropose: () => void;
  readonly onCancel: () => void;
  /** The name of the result. */
  readonly result: string;
  /** What was found, in words. */
  readonly children: ReactNode;
  /** What applies the result, as one edit; the same list as long as nothing else is found. */
  readonly commands: readonly Command[];
  readonly applyWords: string;
  readonly label: string;
  readonly onApplied: () => void;
}

/** The focus goes to the panel when it opens and back when it closes; Escape closes it. */
function useFocusOf() {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = panel.current;
    const before = document.activeElement;
    element?.focus();
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // It is meant for this panel alone.
      event.preventDefault();
      showAssistant(null);
    };
    element?.addEventListener('keydown', close);
    return () => {
      element?.removeEventListener('keydown', close);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return panel;
}

function Run({ state, running, why, onPropose, onCancel }: AssistantPanelProps) {
  if (state.kind === 'running') {
    return (
      <>
        <ProgressBar label={running} value={state.share} max={1} words={text.percent(state.share)} />
        <Button onPress={onCancel}>{text.cancel}</Button>
      </>
    );
  }
  return (
    <Button variant={state.kind === 'found' ? 'plain' : 'primary'} why={why} onPress={onPropose}>
      {state.kind === 'found' ? text.again : text.propose}
    </Button>
  );
}

function Result({ isStale, props }: { readonly isStale: boolean; readonly props: AssistantPanelProps }) {
  const { commands, label, onApplied } = props;
  const preview = useOfferedPreview(isStale ? nothing : commands);
  return (
    <section className={styles['result']} aria-label={props.result}>
      <PreviewLine {...preview} />
      {props.children}
      {isStale && <p className={styles['doubt']}>{text.stale}</p>}
      <div className={styles['apply']}>
        <Button
          variant="primary"
          why={isStale ? text.stale : commands.length === 0 ? text.nothingToApply : null}
          onPress={() => {
            if (runCommands(commands, { label }).ok) onApplied();
          }}
        >
          {props.applyWords}
        </Button>
      </div>
    </section>
  );
}

/**
 * What every assistant looks like, in the place of the inspector: options, a search with progress that can be cancelled, the result as a
 * preview on the map, and one step that applies it.
 */
export function AssistantPanel(props: AssistantPanelProps) {
  const { title, state } = props;
  const plan = usePlan();
  const panel = useFocusOf();
  return (
    <section className={styles['panel']} aria-label={title} ref={panel} tabIndex={-1}>
      <header className={styles['head']}>
        <h2>{title}</h2>
        <IconButton size="small" icon="x" label={text.close} onPress={() => showAssistant(null)} />
      </header>
      <div className={styles['body']}>
        <div className={styles['form']}>
          <p className={styles['note']}>{props.intro}</p>
          {props.options}
          <Run {...props} />
        </div>
        {state.kind === 'failed' && <Alert title={state.message} />}
        {state.kind === 'found' && <Result isStale={state.plan !== plan} props={props} />}
      </div>
    </section>
  );
}
