import { useMemo, useState } from 'react';
import type { ExportOptions, ExportedFile } from '#core/exporters/contract.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { toZip } from '#core/exporters/encode/zip.ts';
import { saveBytes } from '#stores/save-text.ts';
import { showProblem, showToast } from '#stores/toast-store.ts';
import { usePlan, useReport } from '#stores/use-workspace.ts';
import { closePanel, showTab, useView } from '#stores/view-store.ts';
import { exportText as text } from '#text/export.ts';
import { Button } from '#ui/Button.tsx';
import { ChoiceList } from '#ui/ChoiceList.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { drawPng } from './draw-png.ts';
import { ExportOptionsRow, toStateLabel, type ExportChoice } from './ExportOptionsRow.tsx';
import { ExportPreview } from './ExportPreview.tsx';
import { LossReport } from './LossReport.tsx';
import { makeExport, toFormatGroups, toFormatText, type MadeExport } from './make-export.ts';
import styles from './ExportDialog.module.css';

function textOf(file: ExportedFile | undefined): string {
  return file === undefined || typeof file.content !== 'string' ? '' : file.content;
}

async function copy(content: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(content);
    showToast(text.copied);
  } catch {
    showProblem(text.copyFailed);
  }
}

/** Saves one file as it is and several in one archive; a PNG is drawn now. */
async function save(made: MadeExport, format: string, archive: string): Promise<void> {
  const [only] = made.files;
  if (only === undefined) return;
  if (format === 'png' && made.picture !== null) {
    try {
      await saveBytes(only.path, await drawPng(made.picture));
    } catch {
      showProblem(text.drawFailed);
    }
    return;
  }
  if (made.files.length > 1) return saveBytes(archive, toZip(made.files));
  await saveBytes(
    only.path,
    typeof only.content === 'string' ? new TextEncoder().encode(only.content) : only.content,
  );
}

const mostFrames = 300;

/** Prints once the dialog has left the screen and the report is on it, or after some seconds what is there. */
function printWhenShown(frames: number): void {
  const isWaiting =
    document.querySelector('[role="dialog"]') !== null || document.querySelector('main article') === null;
  requestAnimationFrame(() => {
    if (isWaiting && frames > 0) printWhenShown(frames - 1);
    else window.print();
  });
}

/** Opens the report and prints it. */
function printReport(): void {
  closePanel();
  showTab('report');
  printWhenShown(mostFrames);
}

const groups = toFormatGroups().map(({ group, formats }) => ({
  title: text.groups[group],
  choices: formats.map((format) => {
    const { title, purpose } = toFormatText(format);
    return { value: format, label: title, note: purpose };
  }),
}));

function toOptions(choice: ExportChoice, format: string): ExportOptions {
  const { part, party, without } = toFormatText(format);
  return {
    phase: part !== 'phase' || choice.phase === 'all' ? null : choice.phase,
    party: !party || choice.party === 'all' ? null : choice.party,
    without: without
      ? [...(choice.sources ? [] : ['sources' as const]), ...(choice.notes ? [] : ['notes' as const])]
      : [],
    ...(part === 'state' ? { state: choice.state } : {}),
  };
}

/** Every way out of the plan: choose, look at it and at what does not fit, then copy or save. */
export function ExportDialog() {
  const plan = usePlan();
  const report = useReport();
  const point = useView((view) => view.point);
  const [format, setFormat] = useState('markdown');
  const [choice, setChoice] = useState<ExportChoice>({
    phase: 'all',
    state: point,
    party: 'all',
    sources: true,
    notes: true,
  });
  const words = toFormatText(format);
  const made = useMemo(
    () => makeExport(format, plan, report, toOptions(choice, format)),
    [format, plan, report, choice],
  );
  const archive = `${toFileName(plan.name)}-${format}.zip`;
  const content = textOf(made.files[0]);
  const isPrint = format === 'pdf';
  return (
    <Dialog
      title={text.title}
      size="large"
      isOpen
      onClose={closePanel}
      actions={
        <>
          <Button variant="quiet" onPress={closePanel}>
            {text.close}
          </Button>
          {!isPrint && (
            <Button icon="copy" isDisabled={content === ''} onPress={() => void copy(content)}>
              {text.copy}
            </Button>
          )}
          <Button
            variant="primary"
            icon={isPrint ? 'printer' : 'download'}
            onPress={() => (isPrint ? printReport() : void save(made, format, archive))}
          >
            {isPrint ? text.print : text.save}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <ChoiceList label={text.format} value={format} onChange={setFormat} groups={groups} />
        <div className={styles['side']}>
          <ExportOptionsRow plan={plan} format={words} choice={choice} onChange={setChoice} />
          {isPrint ? (
            <p>{text.printHint}</p>
          ) : (
            <>
              <p className={styles['files']}>
                {text.files(made.files.map((file) => file.path))}
                {made.files.length > 1 && ` (${text.archive(archive)})`}
              </p>
              <ExportPreview made={made} state={toStateLabel(plan, choice.state)} />
              <LossReport notFitted={made.notFitted} />
              <p className={styles['plain']}>{text.plain}</p>
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}
