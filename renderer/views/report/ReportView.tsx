import { useMemo, useRef, useState } from 'react';
import { toReportMarkdown, type ReportFormat } from '#core/exporters/markdown/plan-markdown.ts';
import type { ReportPart } from '#core/exporters/report-parts.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';
import { sortedBy } from '#core/base/compare.ts';
import type { PartyId, PhaseId } from '#core/model/ids.ts';
import { saveText } from '#stores/save-text.ts';
import { showProblem, showToast } from '#stores/toast-store.ts';
import { usePlan, useReport } from '#stores/use-workspace.ts';
import { reportText as text } from '#text/report.ts';
import { Button } from '#ui/Button.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { Markdown } from '#ui/Markdown.tsx';
import { Select } from '#ui/Select.tsx';
import { MermaidPicture } from './MermaidPicture.tsx';
import { MarkdownSource } from './MarkdownSource.tsx';
import { ReportParts } from './ReportParts.tsx';
import styles from './ReportView.module.css';

type Kind = 'plan' | 'phase' | 'party' | Exclude<ReportFormat, 'markdown'>;
type Layout = 'markdown' | 'both' | 'preview';

/** Pictures that are written as Mermaid are drawn; other code is code. */
function drawPicture(language: string, content: string, key: string) {
  return language === 'mermaid' ? <MermaidPicture key={key} text={content} /> : null;
}

async function copy(markdown: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(markdown);
    showToast(text.copied);
  } catch {
    showProblem(text.copyFailed);
  }
}

/** The plan as Markdown beside its preview: the same text that the export writes. */
export function ReportView() {
  const plan = usePlan();
  const report = useReport();
  const [kind, setKind] = useState<Kind>('plan');
  const [layout, setLayout] = useState<Layout>('both');
  const [chosenPhase, setPhase] = useState<PhaseId | 'all'>('all');
  const [chosenParty, setParty] = useState<PartyId | 'all'>('all');
  const [without, setWithout] = useState<readonly ReportPart[]>([]);
  const [line, setLine] = useState<number | null>(null);
  const preview = useRef<HTMLDivElement>(null);

  const phases = useMemo(() => phasesInOrder(plan), [plan]);
  const parties = useMemo(() => sortedBy(plan.parties, (party) => party.name), [plan]);
  const wantsPhase = kind === 'phase' || kind === 'runbook';
  const wantsParty = kind === 'party' || kind === 'handover';
  const onePhase = chosenPhase === 'all' ? (phases[0]?.id ?? null) : chosenPhase;
  const oneParty = chosenParty === 'all' ? (parties[0]?.id ?? null) : chosenParty;
  const phase = kind === 'phase' ? onePhase : wantsPhase && chosenPhase !== 'all' ? chosenPhase : null;
  const party = kind === 'party' ? oneParty : wantsParty && chosenParty !== 'all' ? chosenParty : null;
  const format = kind === 'plan' || kind === 'phase' || kind === 'party' ? 'markdown' : kind;
  const markdown = useMemo(
    () => toReportMarkdown(format, plan, report, { phase, party, without }),
    [format, plan, report, phase, party, without],
  );
  const name = `${toFileName(plan.name)}${format === 'markdown' ? '' : `-${format}`}.md`;

  const pick = (at: number): void => {
    setLine(at);
    const blocks = [...(preview.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
    const nearest = blocks.filter((block) => Number(block.dataset['line']) <= at).at(-1);
    nearest?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <div className={styles['view']} data-layout={layout}>
      <div className={styles['toolbar']}>
        <Select
          label={text.what}
          isLabelHidden
          isSoft
          value={kind}
          onChange={setKind}
          options={[
            { value: 'plan', label: text.kinds.plan },
            { value: 'phase', label: text.kinds.phase, why: phases.length === 0 ? text.noPhase : null },
            { value: 'party', label: text.kinds.party, why: parties.length === 0 ? text.noParty : null },
            { value: 'runbook', label: text.kinds.runbook },
            { value: 'handover', label: text.kinds.handover },
            { value: 'removals', label: text.kinds.removals },
            { value: 'questions', label: text.kinds.questions },
          ]}
        />
        {wantsPhase && (
          <Select
            label={text.choosePhase}
            isLabelHidden
            isSoft
            value={phase ?? 'all'}
            onChange={setPhase}
            options={[
              ...(kind === 'phase' ? [] : [{ value: 'all' as const, label: text.allPhases }]),
              ...phases.map((each) => ({ value: each.id, label: each.name })),
            ]}
          />
        )}
        {wantsParty && (
          <Select
            label={text.chooseParty}
            isLabelHidden
            isSoft
            value={party ?? 'all'}
            onChange={setParty}
            options={[
              ...(kind === 'party' ? [] : [{ value: 'all' as const, label: text.allParties }]),
              ...parties.map((each) => ({ value: each.id, label: each.name })),
            ]}
          />
        )}
        <ReportParts isWhole={format === 'markdown'} without={without} onChange={setWithout} />
        <span className={styles['space']} />
        <SegmentedControl
          label={text.layout}
          value={layout}
          onChange={setLayout}
          options={[
            { value: 'markdown', label: text.markdown },
            { value: 'both', label: text.both },
            { value: 'preview', label: text.preview },
          ]}
        />
        <Button icon="printer" onPress={() => window.print()}>
          {text.print}
        </Button>
        <Button icon="copy" onPress={() => void copy(markdown)}>
          {text.copy}
        </Button>
        <Button variant="primary" icon="download" onPress={() => void saveText(name, markdown)}>
          {text.save}
        </Button>
      </div>
      <div className={styles['panes']}>
        {layout !== 'preview' && <MarkdownSource name={name} markdown={markdown} line={line} onPick={pick} />}
        {layout !== 'markdown' && (
          <section className={styles['preview']} aria-label={text.preview}>
            <header className={styles['head']}>{text.asShown}</header>
            <div
              className={styles['scroll']}
              ref={preview}
              tabIndex={0}
              role="region"
              aria-label={text.asShown}
            >
              <Markdown text={markdown} drawFence={drawPicture} />
            </div>
          </section>
        )}
      </div>
    </div>
  );
}
