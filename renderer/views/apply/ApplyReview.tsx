import { useState } from 'react';
import type { ReportEdit, UnknownEdit } from '#core/intake/markdown-edits/review-types.ts';
import { takeReportEdits, useOpenReview, type OpenReview } from '#stores/report-edits.ts';
import { closePanel } from '#stores/view-store.ts';
import { applyText as text } from '#text/apply.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { ConflictCard } from './ConflictCard.tsx';
import { toEditWords } from './edit-words.ts';
import styles from './ApplyReview.module.css';

function EditRow({
  edit,
  isChosen,
  onChange,
}: {
  readonly edit: ReportEdit;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}) {
  const { head, value, was } = toEditWords(edit);
  return (
    <li className={styles['edit']}>
      <Checkbox isSelected={isChosen} onChange={onChange} className={styles['box']}>
        <span className={styles['words']}>
          <span>{head}</span>
          <strong>{value}</strong>
          {was !== null && <span className={styles['was']}>{was}</span>}
        </span>
      </Checkbox>
      <span className={styles['line']}>{text.line(edit.line)}</span>
    </li>
  );
}

function UnknownRow({ unknown }: { readonly unknown: UnknownEdit }) {
  const { line, why } = unknown;
  return (
    <li className={styles['edit']}>
      <span className={styles['words']}>
        <span>{unknown.text === '' ? text.nothing : unknown.text}</span>
        <span className={styles['was']}>{why.code === 'refused' ? why.message : text.why[why.code]}</span>
      </span>
      <span className={styles['line']}>{line === null ? text.gone : text.line(line)}</span>
    </li>
  );
}

function Review({ open: { name, review } }: { readonly open: OpenReview }) {
  const { edits, conflicts, unknown } = review;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(edits.map((edit) => edit.id)));
  const choose = (id: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <Dialog
      title={text.title}
      isWide
      isOpen
      onClose={closePanel}
      actions={
        <>
          <Button variant="quiet" onPress={closePanel}>
            {text.cancel}
          </Button>
          <Button variant="primary" isDisabled={chosen.size === 0} onPress={() => takeReportEdits(chosen)}>
            {text.take(chosen.size)}
          </Button>
        </>
      }
    >
      <p className={styles['intro']}>{text.intro(name, edits.length, conflicts.length)}</p>
      <div className={styles['lists']}>
        {conflicts.length > 0 && (
          <section aria-label={text.conflicts}>
            <h3>{text.conflicts}</h3>
            <p className={styles['intro']}>{text.conflictsIntro}</p>
            {conflicts.map((edit) => (
              <ConflictCard
                key={edit.id}
                edit={edit}
                isTaken={chosen.has(edit.id)}
                onChange={(isTaken) => choose(edit.id, isTaken)}
              />
            ))}
          </section>
        )}
        {edits.length > 0 && (
          <section aria-label={text.edits}>
            <h3>{text.edits}</h3>
            <ul>
              {edits.map((edit) => (
                <EditRow
                  key={edit.id}
                  edit={edit}
                  isChosen={chosen.has(edit.id)}
                  onChange={(isChosen) => choose(edit.id, isChosen)}
                />
              ))}
            </ul>
          </section>
        )}
        {unknown.length > 0 && (
          <section aria-label={text.unknown}>
            <h3>{text.unknown}</h3>
            <p className={styles['intro']}>{text.unknownIntro}</p>
            <ul>
              {unknown.map((each, index) => (
                // Two lines may say the same, so only their place tells them apart.
                // oxlint-disable-next-line react/no-array-index-key -- the list never changes while it is shown
                <UnknownRow key={index} unknown={each} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}

/** The edits of an exported report that somebody edited: each taken or left, conflicts side by side, the rest by line. */
export function ApplyReview() {
  const open = useOpenReview();
  return open === null ? null : <Review open={open} />;
}
