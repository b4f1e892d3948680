import type { NodeId } from '#core/model/ids.ts';
import { runCommands } from '#stores/run-commands.ts';
import { useEstateAtPoint } from '#stores/estate.ts';
import { openPanel, select } from '#stores/view-store.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { Button } from '#ui/Button.tsx';
import { KindIcon } from '#ui/KindIcon.tsx';
import { NodeName } from '#ui/NodeName.tsx';
import styles from './Inspector.module.css';

/** Several nodes: what can be done with all of them. */
export function SelectionInspector({ nodes }: { readonly nodes: readonly NodeId[] }) {
  const estate = useEstateAtPoint();
  const found = nodes.flatMap((id) => estate.nodes.get(id) ?? []);
  return (
    <>
      <div className={styles['head']}>
        <div className={styles['title']}>
          <h2>{text.several(nodes.length)}</h2>
        </div>
        <div className={styles['buttons']}>
          <Button size="small" keyCap="M" onPress={() => openPanel('move', nodes)}>
            {text.moveTo}
          </Button>
          <Button size="small" keyCap="P" onPress={() => openPanel('phase', nodes)}>
            {text.phase}
          </Button>
          <Button
            size="small"
            keyCap="R"
            onPress={() => runCommands(nodes.map((node) => ({ command: 'mark-removal', node })))}
          >
            {text.removal}
          </Button>
        </div>
      </div>
      <div className={styles['section']}>
        {found.map((node) => (
          <div key={node.id} className={styles['row']}>
            <button type="button" className={styles['link']} onClick={() => select([node.id])}>
              <KindIcon kind={node.kind} type={node.type} size={14} />
              <span className={styles['cut']}>
                <NodeName name={node.name} max={30} isMono={node.kind === 'server' || node.kind === 'host'} />
              </span>
            </button>
          </div>
        ))}
      </div>
    </>
  );
}
