import { useMemo, useState } from 'react';
import type { HandOver } from '#core/model/hand-over.ts';
import type { Plan } from '#core/model/plan.ts';
import { toHandOverAccess } from '#core/projections/access-changes.ts';
import { runCommands } from '#stores/run-commands.ts';
import { dutiesText as text } from '#text/duties.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Icon } from '#ui/Icon.tsx';
import { TextField } from '#ui/TextField.tsx';
import { AccessLines } from './AccessLines.tsx';
import { Monogram } from './Monogram.tsx';
import styles from './DutyPanel.module.css';

const steps = ['proposed', 'offered', 'accepted'] as const;

function Side({ name, role }: { readonly name: string | null; readonly role: string }) {
  return (
    <span className={styles['side']}>
      {name === null ? <Icon name="nobody" size={20} tone="faint" /> : <Monogram name={name} size="large" />}
      <span>
        <bdi>{name ?? text.nobodyGives}</bdi>
        <small>{role}</small>
      </span>
    </span>
  );
}

function whyNot(by: string, evidence: string): string | null {
  if (evidence.trim() === '') return text.acceptWhy;
  return by.trim() === '' ? text.acceptedByWhy : null;
}

/** The way of one hand-over: from whom to whom, how far it is, and the proof without which it can't be accepted. */
export function HandOverSteps({ plan, handover }: { readonly plan: Plan; readonly handover: HandOver }) {
  const [evidence, setEvidence] = useState(handover.evidence ?? '');
  const [by, setBy] = useState(handover.acceptedBy ?? '');
  const from = plan.parties.get(handover.from)?.name ?? null;
  const to = plan.parties.get(handover.to)?.name ?? '?';
  const phase = plan.phases.get(handover.phase)?.name;
  const reached = steps.indexOf(handover.status);
  const why = whyNot(by, evidence);
  const access = useMemo(() => toHandOverAccess(plan, handover), [plan, handover]);
  return (
    <>
      <div className={styles['sides']}>
        <Side name={from} role={text.gives} />
        <Icon name="arrow-right" size={16} tone="faint" />
        <Side name={to} role={text.takes} />
        {phase !== undefined && <Chip>{phase}</Chip>}
      </div>
      <ol className={styles['steps']}>
        {steps.map((step, index) => (
          <li
            key={step}
            data-reached={index <= reached}
            aria-current={index === reached ? 'step' : undefined}
          >
            <span>{text.steps[step]}</span>
            {step === 'accepted' && (
              <small>{handover.status === 'accepted' ? handover.acceptedBy : text.waitsForProof}</small>
            )}
          </li>
        ))}
      </ol>
      <AccessLines plan={plan} changes={access} />
      {handover.status === 'accepted' ? (
        <p className={styles['proof']}>
          <strong>{text.evidence}</strong> {handover.evidence}
        </p>
      ) : (
        <>
          <TextField
            label={text.evidence}
            placeholder={text.evidenceHint}
            value={evidence}
            onChange={setEvidence}
            multiline
          />
          <TextField label={text.acceptedBy} value={by} onChange={setBy} />
          <div className={styles['buttons']}>
            {handover.status === 'proposed' && (
              <Button onPress={() => runCommands([{ command: 'offer-hand-over', handover: handover.id }])}>
                {text.offer(to)}
              </Button>
            )}
            <Button
              variant="primary"
              why={why}
              onPress={() =>
                runCommands([
                  {
                    command: 'accept-hand-over',
                    handover: handover.id,
                    by: by.trim(),
                    evidence: evidence.trim(),
                  },
                ])
              }
            >
              {text.accept(to)}
            </Button>
          </div>
          {why !== null && <p className={styles['why']}>{why}</p>}
        </>
      )}
    </>
  );
}
