import { useEffect, useState } from 'react';
import { allHosts, type ConsolidationOptions } from '#core/planning/consolidation/options.ts';
import { resetConsolidation, startConsolidation, useConsolidation } from '#stores/consolidation-store.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { showAssistant } from '#stores/view-store.ts';
import { consolidationText as text } from '#text/consolidation.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { ConsolidationOptionsForm } from './ConsolidationOptionsForm.tsx';
import { ConsolidationResult } from './ConsolidationResult.tsx';
import styles from './ConsolidationPanel.module.css';

/** Asks what to have least of, looks for it in a worker, shows the proposal, and applies it as one edit. */
export function ConsolidationPanel() {
  const plan = usePlan();
  const run = useConsolidation();
  const [options, setOptions] = useState<ConsolidationOptions>({ objective: 'hosts', targets: allHosts });
  useEffect(() => resetConsolidation, []);
  const isRunning = run.kind === 'running';
  return (
    <section className={styles['panel']} aria-label={text.title}>
      <header className={styles['head']}>
        <h2>{text.title}</h2>
        <IconButton size="small" icon="x" label={text.close} onPress={() => showAssistant(null)} />
      </header>
      <div className={styles['body']}>
        <ConsolidationOptionsForm options={options} onChange={setOptions} />
        <div className={styles['run']}>
          {isRunning ? (
            <>
              <ProgressBar label={text.progress} value={run.share} max={1} words={text.percent(run.share)} />
              <Button onPress={resetConsolidation}>{text.cancel}</Button>
            </>
          ) : (
            <Button
              variant={run.kind === 'done' ? 'plain' : 'primary'}
              onPress={() => startConsolidation(plan, options)}
            >
              {run.kind === 'done' ? text.again : text.propose}
            </Button>
          )}
        </div>
        {run.kind === 'failed' && <Alert title={text.failed}>{run.message}</Alert>}
        {run.kind === 'done' && <ConsolidationResult proposal={run.proposal} isStale={run.plan !== plan} />}
      </div>
    </section>
  );
}
