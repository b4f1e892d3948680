import { useState } from 'react';
import type { Finding } from '#core/model/finding.ts';
import type { FindingRow } from '#core/projections/finding-rows.ts';
import { runCommands } from '#stores/run-commands.ts';
import { openHelp } from '#stores/help-store.ts';
import { jumpTo, showPoint, showTab, useView } from '#stores/view-store.ts';
import { helpText } from '#text/help.ts';
import { findingsText as text } from '#text/findings.ts';
import { Button } from '#ui/Button.tsx';
import { classNames } from '#ui/class-names.ts';
import { FormDialog } from '#ui/FormDialog.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Icon } from '#ui/Icon.tsx';
import { NamedSentence } from '#ui/NamedSentence.tsx';
import { TextField } from '#ui/TextField.tsx';
import { severityIcons } from './severity-icons.ts';
import styles from './FindingsPanel.module.css';

/** Goes to what a finding is about, in the state in which it begins. */
function goTo(row: FindingRow): void {
  const [node] = row.finding.nodes;
  if (!row.holdsHere) showPoint(row.from);
  if (node === undefined) return;
  showTab('map');
  jumpTo(node);
}

/** One finding: press it to go there, or repair it. */
export function FindingLine({ row, when }: { readonly row: FindingRow; readonly when: string }) {
  const { finding, accepted } = row;
  const [isAccepting, setAccepting] = useState(false);
  const isSelected = useView((view) => view.selection.length > 0 && finding.nodes[0] === view.selection[0]);
  const classes = [
    styles['row'],
    isSelected && styles['selected'],
    finding.accepted !== null && styles['accepted'],
  ];
  return (
    <li className={classes.filter(Boolean).join(' ')}>
      <button type="button" className={styles['go']} onClick={() => goTo(row)}>
        <Icon
          name={severityIcons[finding.severity]}
          size={14}
          tone={finding.accepted === null ? finding.severity : 'faint'}
        />
        <span className={styles['hidden']}>{text.severity(finding.severity)}: </span>
        <span className={styles['sentence']} title={finding.message}>
          <NamedSentence text={finding.message} names={finding.names} />
          {accepted !== null && (
            <span className={styles['who']}> · {text.acceptedBy(accepted.by, accepted.why)}</span>
          )}
        </span>
        <span className={classNames(styles['when'], !row.holdsHere && styles['elsewhere'])} title={when}>
          {when}
        </span>
      </button>
      <span className={styles['actions']}>
        {finding.accepted === null ? (
          <span className={styles['accept']}>
            <span>
              <IconButton
                icon="info"
                size="small"
                label={helpText.ofRule(finding.rule)}
                description={finding.message}
                onPress={() => openHelp({ page: 'checks', heading: finding.rule })}
              />
              <Button
                variant="quiet"
                size="small"
                description={finding.message}
                onPress={() => setAccepting(true)}
              >
                {text.accept}
              </Button>
            </span>
          </span>
        ) : (
          <Button
            variant="quiet"
            size="small"
            description={finding.message}
            onPress={() => runCommands([{ command: 'reopen-finding', accepted: finding.accepted }])}
          >
            {text.reopen}
          </Button>
        )}
        {finding.repair !== null && finding.accepted === null && <Repair finding={finding} />}
      </span>
      {isAccepting && <AcceptDialog finding={finding} onClose={() => setAccepting(false)} />}
    </li>
  );
}

function Repair({ finding }: { readonly finding: Finding }) {
  const { repair } = finding;
  if (repair === null) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      className={styles['repair']}
      description={finding.message}
      onPress={() => runCommands(repair.commands, { label: repair.label })}
    >
      {repair.label}
    </Button>
  );
}

function AcceptDialog({ finding, onClose }: { readonly finding: Finding; readonly onClose: () => void }) {
  const [why, setWhy] = useState('');
  const [by, setBy] = useState('');
  const accept = (): void => {
    if (runCommands([{ command: 'accept-finding', finding: finding.id, why: why.trim(), by: by.trim() }]).ok)
      onClose();
  };
  const isReady = why.trim() !== '' && by.trim() !== '';
  return (
    <FormDialog
      title={text.acceptTitle}
      save={text.acceptDo}
      isReady={isReady}
      onSave={accept}
      onClose={onClose}
    >
      <p>{finding.message}</p>
      <TextField label={text.acceptWhy} value={why} onChange={setWhy} multiline autoFocus />
      <TextField label={text.acceptBy} value={by} onChange={setBy} />
    </FormDialog>
  );
}
