import { dependencyTypes, type DependencyType } from '#core/model/dependency.ts';
import type { DependencyInspection } from '#core/projections/inspector.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { pickEdge } from '#canvas/edge-selection.ts';
import { runCommands } from '#stores/run-commands.ts';
import { jumpTo, showSource } from '#stores/view-store.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { dependencyWords } from '#text/map.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { KindIcon } from '#ui/KindIcon.tsx';
import { NodeName } from '#ui/NodeName.tsx';
import { Select } from '#ui/Select.tsx';
import { SourceLink } from '#ui/SourceLink.tsx';
import styles from './Inspector.module.css';

function End({ node }: { readonly node: InventoryNode }) {
  return (
    <button type="button" className={styles['link']} onClick={() => jumpTo(node.id)}>
      <KindIcon kind={node.kind} type={node.type} size={14} />
      <span className={styles['cut']}>
        <NodeName name={node.name} max={32} isMono={node.kind === 'server' || node.kind === 'host'} />
      </span>
    </button>
  );
}

/** One dependency: its ends, what it does, and where it is said. */
export function DependencyInspector({ inspection }: { readonly inspection: DependencyInspection }) {
  const { dependency, from, to, source, questions } = inspection;
  const encrypted = dependency.encrypted === null ? 'unknown' : dependency.encrypted ? 'yes' : 'no';
  const edit = (fields: Record<string, unknown>): void => {
    runCommands([{ command: 'edit-dependency', dependency: dependency.id, ...fields }]);
  };
  return (
    <>
      <div className={styles['head']}>
        <div className={styles['title']}>
          <Icon name="waypoints" size={16} />
          <h2>{text.dependency}</h2>
        </div>
        <div className={styles['row']}>
          <End node={from} />
        </div>
        <p className={styles['note']}>{dependencyWords[dependency.type]}</p>
        <div className={styles['row']}>
          <End node={to} />
        </div>
      </div>
      <div className={styles['section']}>
        <h3>
          {text.facts}
          {source !== null && (
            <span className={styles['end']}>
              <SourceLink
                source={source.name}
                line={source.line}
                quote={source.quote}
                onPress={() => showSource({ source: source.source, line: source.line })}
              />
            </span>
          )}
        </h3>
        <div className={styles['form']}>
          <Select<DependencyType>
            label={text.typeName}
            value={dependency.type}
            onChange={(type) => edit({ type })}
            options={dependencyTypes.map((type) => ({ value: type, label: dependencyWords[type] }))}
          />
          <Select<'yes' | 'no' | 'unknown'>
            label={text.encrypted}
            value={encrypted}
            onChange={(value) => edit({ encrypted: value === 'unknown' ? null : value === 'yes' })}
            options={(['yes', 'no', 'unknown'] as const).map((value) => ({
              value,
              label: text.encryptedChoices[value],
            }))}
          />
        </div>
        {dependency.port !== null && (
          <div className={styles['total']}>
            <dt>{text.port}</dt>
            <dd>{dependency.port}</dd>
          </div>
        )}
        {dependency.protocol !== null && (
          <div className={styles['total']}>
            <dt>{text.protocol}</dt>
            <dd>{dependency.protocol}</dd>
          </div>
        )}
        {dependency.latencyMs !== null && (
          <div className={styles['total']}>
            <dt>{text.latency}</dt>
            <dd>{dependency.latencyMs} ms</dd>
          </div>
        )}
      </div>
      {questions.length > 0 && (
        <div className={styles['section']}>
          <h3>{text.questions}</h3>
          {questions.map((question) => (
            <p key={question.id} className={styles['note']}>
              {question.text}
            </p>
          ))}
        </div>
      )}
      <div className={styles['section']}>
        <Button
          size="small"
          variant="danger"
          icon="trash-2"
          onPress={() => runCommands([{ command: 'remove-dependency', dependency: dependency.id }])}
        >
          {text.deleteDependency}
        </Button>
      </div>
    </>
  );
}

const few = 40;

/** A bundle: how many of which type, and each of them. */
export function BundleInspector({ inspections }: { readonly inspections: readonly DependencyInspection[] }) {
  const types = new Map<DependencyType, number>();
  for (const { dependency } of inspections) types.set(dependency.type, (types.get(dependency.type) ?? 0) + 1);
  return (
    <>
      <div className={styles['head']}>
        <div className={styles['title']}>
          <Icon name="waypoints" size={16} />
          <h2>{text.dependencies(inspections.length)}</h2>
        </div>
      </div>
      <div className={styles['section']}>
        <h3>{text.byType}</h3>
        <dl>
          {[...types].map(([type, count]) => (
            <div key={type} className={styles['total']}>
              <dt>{dependencyWords[type]}</dt>
              <dd>{text.number(count)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={styles['section']}>
        {inspections.slice(0, few).map((each) => (
          <div key={each.dependency.id} className={styles['row']}>
            <button
              type="button"
              className={styles['link']}
              onClick={() => pickEdge({ key: each.dependency.id, dependencies: [each.dependency.id] })}
            >
              <NodeName name={each.from.name} max={16} />
              <Icon name="arrow-right" size={12} />
              <NodeName name={each.to.name} max={16} />
            </button>
          </div>
        ))}
        {inspections.length > few && (
          <p className={styles['note']}>{`${text.number(inspections.length - few)} more`}</p>
        )}
      </div>
    </>
  );
}
