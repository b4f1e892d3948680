import type { NodeInspection } from '#core/projections/inspector.ts';
import { openPanel } from '#stores/view-store.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { Button } from '#ui/Button.tsx';
import { KindIcon } from '#ui/KindIcon.tsx';
import { DutySection } from './DutySection.tsx';
import { FactSection } from './FactSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { LinkSection } from './LinkSection.tsx';
import { NodeChips } from './NodeChips.tsx';
import { NodeMenu } from './NodeMenu.tsx';
import { QuestionSection } from './QuestionSection.tsx';
import { RemovalButton } from './RemovalButton.tsx';
import { TaskSection } from './TaskSection.tsx';
import styles from './Inspector.module.css';

/** All that is known of one node, and what can be done with it. */
export function NodeInspector({ inspection }: { readonly inspection: NodeInspection }) {
  const { node } = inspection;
  const isMono = node.kind === 'server' || node.kind === 'host';
  return (
    <>
      <div className={styles['head']}>
        <div className={`${styles['title']} ${isMono ? styles['mono'] : ''}`}>
          <KindIcon kind={node.kind} type={node.type} size={16} />
          <h2 title={node.name}>
            <bdi>{node.name}</bdi>
          </h2>
          <NodeMenu inspection={inspection} />
        </div>
        <NodeChips inspection={inspection} />
        <div className={styles['buttons']}>
          {node.kind !== 'provider' && (
            <Button size="small" keyCap="M" onPress={() => openPanel('move', [node.id])}>
              {text.moveTo}
            </Button>
          )}
          <Button size="small" keyCap="P" onPress={() => openPanel('phase', [node.id])}>
            {text.phase}
          </Button>
          <RemovalButton inspection={inspection} />
        </div>
      </div>
      <FactSection inspection={inspection} />
      <QuestionSection inspection={inspection} />
      <LinkSection
        title={text.neededBy}
        rows={inspection.neededBy}
        way="in"
        end={inspection.impact > 0 ? text.impact(inspection.impact) : null}
      />
      <LinkSection title={text.needs} rows={inspection.needs} way="out" end={null} />
      <DutySection inspection={inspection} />
      <TaskSection inspection={inspection} />
      <HistorySection node={node} />
    </>
  );
}
