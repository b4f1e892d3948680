import { useState } from 'react';
import type { Fact } from '#core/projections/inspector-facts.ts';
import type { NodeInspection } from '#core/projections/inspector.ts';
import { toTypedFields } from '#core/projections/typed-fields.ts';
import { runCommands } from '#stores/run-commands.ts';
import { showProblem } from '#stores/toast-store.ts';
import { showSource } from '#stores/view-store.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { Button } from '#ui/Button.tsx';
import { SourceLink } from '#ui/SourceLink.tsx';
import { TextField } from '#ui/TextField.tsx';
import { Breakable } from './Breakable.tsx';
import styles from './Inspector.module.css';

/** The facts in three columns: what, its value, where it stands. Values are edited in place. */
export function FactSection({ inspection }: { readonly inspection: NodeInspection }) {
  const { facts, missing, node, conflicts } = inspection;
  const [isWhole, setWhole] = useState(false);
  return (
    <div className={styles['section']}>
      <h3>
        {text.facts} <span>{facts.length}</span>
      </h3>
      <dl>
        {facts.map((fact) => (
          <FactLine key={fact.key} fact={fact} node={node.id} />
        ))}
        {isWhole && missing.map((fact) => <FactLine key={fact.key} fact={fact} node={node.id} />)}
      </dl>
      {missing.length > 0 && (
        <Button
          size="small"
          variant="quiet"
          icon={isWhole ? 'chevron-up' : 'plus'}
          onPress={() => setWhole(!isWhole)}
        >
          {isWhole ? text.fewerFacts : text.moreFacts}
        </Button>
      )}
      {conflicts > 0 && <p className={styles['note']}>{text.conflicts(conflicts)}</p>}
    </div>
  );
}

function FactLine({ fact, node }: { readonly fact: Fact; readonly node: string }) {
  const [draft, setDraft] = useState<string | null>(null);
  const words = text.value(fact);
  const { source } = fact;
  const commit = (value: string): void => {
    setDraft(null);
    if (draft === null || value.trim() === (words ?? '')) return;
    const fields = fact.field === null ? null : toTypedFields(fact.field, value);
    if (fields !== null) runCommands([{ command: 'edit-node', node, ...fields }]);
    else if (fact.field !== null) showProblem(text.noValue(value.trim(), text.fact(fact.key)));
  };
  const shown =
    words === null ? (
      <span className={styles['unknown']}>{text.notKnown}</span>
    ) : typeof fact.value === 'object' && fact.value !== null ? (
      fact.value.map((each) => (
        <bdi key={each} className={styles['item']}>
          <Breakable words={each} />
        </bdi>
      ))
    ) : (
      <bdi>
        <Breakable words={words} />
      </bdi>
    );
  return (
    <div className={styles['fact']}>
      <dt>{text.fact(fact.key)}</dt>
      <dd>
        {draft !== null ? (
          <TextField
            label={text.fact(fact.key)}
            isLabelHidden
            value={draft}
            onChange={setDraft}
            onCommit={commit}
            autoFocus
          />
        ) : fact.field === null ? (
          shown
        ) : (
          <button
            type="button"
            className={styles['editable']}
            aria-description={text.edit(text.fact(fact.key))}
            onClick={() => setDraft(words ?? '')}
          >
            {shown}
          </button>
        )}
      </dd>
      {source !== null && (
        <dd>
          <SourceLink
            source={source.name}
            line={source.line}
            quote={source.quote}
            onPress={() => showSource({ source: source.source, line: source.line })}
          />
        </dd>
      )}
    </div>
  );
}
