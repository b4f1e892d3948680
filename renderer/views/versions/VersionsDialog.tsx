import { useEffect, useState } from 'react';
import { isEmptyDiff, diffPlans } from '#core/commands/records-diff.ts';
import type { PlanVersion } from '#core/contract/bridge.ts';
import type { Plan } from '#core/model/plan.ts';
import { listVersions, openVersionAsCopy, readVersion, restoreVersion } from '#stores/plan-versions.ts';
import { showVersions, type ShownVersions } from '#stores/shown-versions.ts';
import { useWorkspace } from '#stores/use-workspace.ts';
import { versionsText as text } from '#text/versions.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { countPlan } from './count-plan.ts';
import { formatTaken } from '#text/format-taken.ts';
import styles from './VersionsDialog.module.css';

function close(): void {
  showVersions(null);
}

const rows = ['servers', 'services', 'dependencies', 'phases', 'changes', 'questions', 'tasks'] as const;

/** What a version holds beside what the plan holds now. */
function Counts({ version, now }: { readonly version: Plan; readonly now: Plan | null }) {
  const then = countPlan(version);
  const today = now === null ? null : countPlan(now);
  return (
    <table className={styles['counts']}>
      <thead>
        <tr>
          <th scope="col">{text.counted}</th>
          <th scope="col">{text.inVersion}</th>
          {today !== null && <th scope="col">{text.inPlan}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row} data-changed={(today !== null && today[row] !== then[row]) || undefined}>
            <th scope="row">{text.rows[row]}</th>
            <td>{then[row].toLocaleString('en')}</td>
            {today !== null && <td>{today[row].toLocaleString('en')}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function VersionList({
  versions,
  chosen,
  onChoose,
}: {
  readonly versions: readonly PlanVersion[];
  readonly chosen: string | null;
  readonly onChoose: (version: PlanVersion) => void;
}) {
  return (
    <ul className={styles['list']} aria-label={text.list}>
      {versions.map((version) => (
        <li key={version.versionId}>
          <button
            type="button"
            aria-pressed={version.versionId === chosen}
            className={styles['version']}
            onClick={() => onChoose(version)}
          >
            <b>{formatTaken(version.takenAt)}</b>
            <span>{text.reason[version.reason]}</span>
            {version.words !== '' && <span>{version.words}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The kept versions of a plan: look at what one holds, go back to it, or open it beside. */
export function VersionsDialog({ shown }: { readonly shown: ShownVersions }) {
  const [versions, setVersions] = useState<readonly PlanVersion[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<PlanVersion | null>(null);
  const [content, setContent] = useState<Plan | null>(null);
  const open = useWorkspace((state) => state.plan);
  const isReadOnly = useWorkspace((state) => state.readOnly);
  const now = open?.id === shown.planId ? open : null;
  useEffect(() => {
    void listVersions(shown.planId).then((answer) => {
      if (answer.ok) setVersions(answer.value);
      else setProblem(answer.error);
      return undefined;
    });
  }, [shown.planId]);
  const choose = async (version: PlanVersion): Promise<void> => {
    setChosen(version);
    setContent(null);
    const read = await readVersion(shown.planId, version.versionId);
    setProblem(read.ok ? null : read.error);
    setContent(read.ok ? read.value : null);
  };
  const isSame = now !== null && content !== null && isEmptyDiff(diffPlans(now, content));
  const restore = (): void => {
    if (content !== null && chosen !== null) restoreVersion(content, formatTaken(chosen.takenAt));
    close();
  };
  const copy = (): void => {
    if (content !== null) void openVersionAsCopy(content);
    close();
  };
  return (
    <Dialog
      title={text.title(shown.name)}
      isWide
      isOpen
      onClose={close}
      actions={
        <>
          <Button variant="quiet" onPress={close}>
            {text.close}
          </Button>
          <Button icon="copy" isDisabled={content === null} onPress={copy}>
            {text.copy}
          </Button>
          {now !== null && (
            <Button
              variant="primary"
              icon="rotate-ccw"
              isDisabled={content === null || isSame || isReadOnly}
              onPress={restore}
            >
              {text.restore}
            </Button>
          )}
        </>
      }
    >
      {problem !== null && <Alert title={problem} />}
      {versions === null && problem === null && <p>{text.loading}</p>}
      {versions?.length === 0 && <EmptyState icon="clock" title={text.none} next={text.noneWords} />}
      {versions !== null && versions.length > 0 && (
        <div className={styles['columns']}>
          <VersionList
            versions={versions}
            chosen={chosen?.versionId ?? null}
            onChoose={(version) => void choose(version)}
          />
          <div className={styles['preview']}>
            {content === null ? <p>{text.choose}</p> : <Counts version={content} now={now} />}
            {isSame && <p>{text.same}</p>}
            <p>{now === null ? text.onlyCopy : text.undoable}</p>
          </div>
        </div>
      )}
    </Dialog>
  );
}
