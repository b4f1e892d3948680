import { useMemo, useState } from 'react';
import type { PhaseId } from '#core/model/ids.ts';
import { exporters } from '#core/exporters/exporters.ts';
import type { ExportedFile } from '#core/exporters/contract.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';
import { saveBytes } from '#stores/save-text.ts';
import { showProblem, showToast } from '#stores/toast-store.ts';
import { usePlan, useReport } from '#stores/use-workspace.ts';
import { closePanel } from '#stores/view-store.ts';
import { exportText as text } from '#text/export.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './ExportDialog.module.css';

const previewCharacters = 6000;

function textOf(file: ExportedFile | undefined): string {
  if (file === undefined || typeof file.content !== 'string') return '';
  return file.content;
}

async function copy(content: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(content);
    showToast(text.copied);
  } catch {
    showProblem(text.copyFailed);
  }
}

async function saveAll(files: readonly ExportedFile[]): Promise<void> {
  for (const { path, content } of files) {
    await saveBytes(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
}

/** Every way out of the plan: choose, look, copy or save. */
export function ExportDialog() {
  const plan = usePlan();
  const report = useReport();
  const [format, setFormat] = useState('markdown');
  const [phase, setPhase] = useState<PhaseId | 'all'>('all');
  const [isPlain, setPlain] = useState(false);
  const phases = useMemo(() => phasesInOrder(plan), [plan]);
  const exporter = exporters.find((each) => each.format === format);
  const made = useMemo(
    () =>
      exporter?.export(plan, report, {
        phase: phase === 'all' ? null : phase,
        party: null,
        without: isPlain ? ['sources'] : [],
      }) ?? { files: [], notFitted: [] },
    [exporter, plan, report, phase, isPlain],
  );
  const [first] = made.files;
  return (
    <Dialog
      title={text.title}
      isWide
      isOpen
      onClose={closePanel}
      actions={
        <>
          <Button variant="quiet" onPress={closePanel}>
            {text.close}
          </Button>
          <Button icon="copy" isDisabled={textOf(first) === ''} onPress={() => void copy(textOf(first))}>
            {text.copy}
          </Button>
          <Button variant="primary" icon="download" onPress={() => void saveAll(made.files)}>
            {made.files.length > 1 ? text.saveAll(made.files.length) : text.save}
          </Button>
        </>
      }
    >
      <div className={styles['choices']}>
        <Select
          label={text.format}
          value={format}
          onChange={setFormat}
          options={exporters.map((each) => ({ value: each.format, label: each.title }))}
        />
        <Select
          label={text.phase}
          value={phase}
          onChange={setPhase}
          options={[
            { value: 'all' as const, label: text.wholePlan },
            ...phases.map((each) => ({ value: each.id, label: each.name })),
          ]}
        />
        <Checkbox isSelected={isPlain} onChange={setPlain}>
          {text.without}
        </Checkbox>
      </div>
      <p className={styles['files']}>{text.files(made.files.map((file) => file.path))}</p>
      {/* A long file is scrolled with the keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles['preview']} aria-label={text.preview} tabIndex={0}>
        {textOf(first).slice(0, previewCharacters)}
      </pre>
      {made.notFitted.length > 0 && (
        <ul className={styles['files']}>
          {made.notFitted.map((each) => (
            <li key={each.field}>{text.notFitted(each.field, each.count)}</li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
