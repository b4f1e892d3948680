import { cancelTaking, finishReview, useIsTaking, useTaking } from '#stores/review-finish.ts';
import { acceptAll, cancelReview, redoDecision, undoDecision, useReview } from '#stores/review-store.ts';
import { useWorkspace } from '#stores/use-workspace.ts';
import { toKeyCap } from '#actions/shortcuts.ts';
import { reviewText as text } from '#text/review.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Logo } from '#ui/Logo.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import styles from './ReviewScreen.module.css';

/** How far the taking over is; while the plan is worked out nobody knows. */
function Taking() {
  const progress = useTaking();
  if (progress === null) return null;
  const { stage, done, total } = progress;
  const isWorking = stage === 'working';
  return (
    <ProgressBar
      label={text.taking[stage]}
      value={isWorking ? null : done}
      max={Math.max(1, total)}
      words={isWorking ? text.takeThings(total) : text.takeCounts(done, total)}
    />
  );
}

/** What the review is of, how far it is, and what can be done with all of it. */
export function ReviewBar() {
  const isStill = useIsTaking();
  const all = useReview((state) => state.rows.length + state.matters.length);
  const decisions = useReview((state) => state.decisions);
  const canUndo = useReview((state) => state.past.length > 0);
  const canRedo = useReview((state) => state.future.length > 0);
  const planName = useWorkspace((state) => state.plan?.name ?? null);
  const made = Object.values(decisions);
  const later = made.filter((decision) => decision === 'later').length;
  const words = text.ofDecided(made.length - later, all);
  return (
    <header className={styles['bar']}>
      <div className={styles['crumbs']}>
        <Logo />
        <span>{planName ?? text.newPlan}</span>
        <span>/</span>
        <h1>{text.region}</h1>
      </div>
      {isStill ? (
        <Taking />
      ) : (
        <ProgressBar
          isLabelHidden
          label={text.decided}
          value={made.length}
          max={all}
          words={later === 0 ? words : `${words}, ${text.later(later)}`}
        />
      )}
      <div className={styles['actions']}>
        <IconButton
          icon="undo-2"
          label={text.undo}
          keyCap={toKeyCap('Mod+Z')}
          isDisabled={!canUndo || isStill}
          onPress={undoDecision}
        />
        <IconButton
          icon="redo-2"
          label={text.redo}
          keyCap={toKeyCap('Mod+Shift+Z')}
          isDisabled={!canRedo || isStill}
          onPress={redoDecision}
        />
        <span className={styles['rule']} />
        <Button variant="quiet" onPress={isStill ? cancelTaking : cancelReview}>
          {text.cancel}
        </Button>
        {all > 0 && made.length === all ? (
          <Button variant="primary" icon="map" isDisabled={isStill} onPress={() => void finishReview()}>
            {text.openMap}
          </Button>
        ) : (
          <Button
            variant="primary"
            icon="check"
            keyCap={`${toKeyCap('Mod+K').replace(/\s?K$/u, '')} ↵`}
            description={text.acceptAllHint}
            isDisabled={all === 0 || isStill}
            onPress={acceptAll}
          >
            {text.acceptAll}
          </Button>
        )}
      </div>
    </header>
  );
}
