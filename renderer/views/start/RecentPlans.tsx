import { useCallback, useEffect, useState } from 'react';
import { listKnownPlans, type KnownPlan } from '#stores/known-plans.ts';
import { showVersions } from '#stores/shown-versions.ts';
import { readDigest, type PlanDigest } from '#stores/plan-digest.ts';
import { showProblem } from '#stores/toast-store.ts';
import { startText as text } from '#text/start.ts';
import { Alert } from '#ui/Alert.tsx';
import { Badge } from '#ui/Badge.tsx';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Icon } from '#ui/Icon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu, MenuItem } from '#ui/Menu.tsx';
import { formatWhen } from '#text/format-when.ts';
import styles from './StartScreen.module.css';

/** A plan with what was noted of it. */
export type ListedPlan = KnownPlan & { readonly digest: PlanDigest | null };

/** The stored plans, the last changed first. */
export function useKnownPlans(): {
  readonly plans: readonly ListedPlan[];
  readonly problem: string | null;
  /** When the list was read. */
  readonly now: Date;
  readonly reload: () => void;
} {
  const [plans, setPlans] = useState<readonly ListedPlan[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [now, setNow] = useState(() => new Date());
  const load = useCallback(async (): Promise<void> => {
    const known = await listKnownPlans();
    setNow(new Date());
    if (!known.ok) {
      setProblem(known.error);
      return;
    }
    const listed = await Promise.all(
      known.value.map(async (plan) => ({ ...plan, digest: await readDigest(plan.planId) })),
    );
    const at = (plan: ListedPlan): string => plan.changedAt ?? '';
    setPlans(listed.sort((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0)));
    setProblem(null);
  }, []);
  useEffect(() => {
    // The list comes from outside; nothing is set before it has come.
    const timer = setTimeout(() => void load());
    return () => clearTimeout(timer);
  }, [load]);
  return { plans, problem, now, reload: () => void load() };
}

async function open({ planId, name, damaged }: ListedPlan): Promise<void> {
  const { openStoredPlan } = await import('#stores/open-plan.ts');
  const opened = await openStoredPlan(planId);
  if (opened.ok) return;
  const { sayNotOpened } = await import('#stores/export-stored-plan.ts');
  await sayNotOpened(planId, `${text.cannotOpen} ${opened.error}`);
  // What can still be had of a damaged plan are its versions.
  if (damaged) showVersions({ planId, name });
}

async function exportCopy({ planId }: ListedPlan): Promise<void> {
  const { exportStoredPlan } = await import('#stores/export-stored-plan.ts');
  await exportStoredPlan(planId);
}

function Counts({ digest }: { readonly digest: PlanDigest | null }) {
  if (digest === null) return null;
  if (digest.error + digest.warning === 0) {
    return (
      <Chip tone="ok" icon="check">
        {text.noFindings}
      </Chip>
    );
  }
  return (
    <span className={styles['counts']}>
      {digest.error > 0 && <Badge severity="error" count={digest.error} />}
      {digest.warning > 0 && <Badge severity="warning" count={digest.warning} />}
    </span>
  );
}

function PlanRow({
  plan,
  now,
  onDelete,
}: {
  readonly plan: ListedPlan;
  readonly now: Date;
  readonly onDelete: () => void;
}) {
  const { digest } = plan;
  const second = plan.newer
    ? text.newer
    : plan.damaged
      ? text.damaged
      : digest === null
        ? text.notOpenedYet
        : text.serversThen(digest.serversNow, digest.serversThen);
  return (
    <div className={`${styles['row']} ${styles['plan']}`}>
      <button type="button" className={styles['open']} onClick={() => void open(plan)}>
        <span className={styles['planIcon']}>
          <Icon name={plan.damaged || plan.newer ? 'triangle-alert' : 'map'} />
        </span>
        <span className={styles['words']}>
          <b>{plan.name}</b>
          <span>{second}</span>
        </span>
        <Counts digest={digest} />
        <span className={styles['when']}>
          {plan.changedAt === null ? '' : formatWhen(plan.changedAt, now)}
        </span>
      </button>
      <Menu
        label={text.more(plan.name)}
        placement="bottom end"
        trigger={<IconButton icon="ellipsis" size="small" label={text.more(plan.name)} />}
      >
        <MenuItem icon="download" onAction={() => void exportCopy(plan)}>
          {text.exportCopy}
        </MenuItem>
        <MenuItem icon="rotate-ccw" onAction={() => showVersions({ planId: plan.planId, name: plan.name })}>
          {text.versions}
        </MenuItem>
        <MenuItem icon="trash-2" isDanger onAction={onDelete}>
          {text.remove}
        </MenuItem>
      </Menu>
    </div>
  );
}

/** The plans that are stored on this disk. */
export function RecentPlans({
  plans,
  problem,
  now,
  onChanged,
}: {
  readonly plans: readonly ListedPlan[];
  readonly now: Date;
  readonly problem: string | null;
  readonly onChanged: () => void;
}) {
  const [leaving, setLeaving] = useState<ListedPlan | null>(null);
  const remove = async (): Promise<void> => {
    if (leaving === null) return;
    const { deleteStoredPlan } = await import('#stores/open-plan.ts');
    const deleted = await deleteStoredPlan(leaving.planId);
    if (!deleted.ok) showProblem(deleted.error);
    setLeaving(null);
    onChanged();
  };
  return (
    <section>
      <h2>{text.recent}</h2>
      {problem !== null && <Alert title={text.cannotList}>{problem}</Alert>}
      <div className={styles['list']}>
        {plans.map((plan) => (
          <PlanRow key={plan.planId} plan={plan} now={now} onDelete={() => setLeaving(plan)} />
        ))}
      </div>
      <Dialog
        title={text.removeTitle}
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        actions={
          <>
            <Button variant="danger" onPress={() => void remove()}>
              {text.removeNow}
            </Button>
            <Button variant="primary" onPress={() => setLeaving(null)}>
              {text.keep}
            </Button>
          </>
        }
      >
        <p>{text.removeWords(leaving?.name ?? '')}</p>
      </Dialog>
    </section>
  );
}
