import { useState } from 'react';
import type { Fact } from '#core/projections/inspector-facts.ts';
import type { NodeInspection } from '#core/projections/inspector.ts';
import { runCommands } from '#stores/run-commands.ts';
import { showSource } from '#stores/view-store.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { SourceLink } from '#ui/SourceLink.tsx';
import { TextField } from '#ui/TextField.tsx';
import { parseCost } from './parse-cost.ts';
import { parseSize } from './parse-size.ts';
import { Breakable } from './Breakable.tsx';
import styles from './Inspector.module.css';

/** The facts in three columns: what, its value, where it stands. Values are edited in place. */
export function FactSection({ inspection }: { readonly inspection: NodeInspection }) {
  const { facts, node, conflicts } = inspection;
  return (
    <div className={styles['section']}>
      <h3>
        {text.facts} <span>{facts.length}</span>
      </h3>
      <dl>
        {facts.map((fact) => (
          <FactLine key={fact.key} fact={fact} node={node.id} />
        ))}
      </dl>
      {conflicts > 0 && <p className={styles['note']}>{text.conflicts(conflicts)}</p>}
    </div>
  );
}

/** The command that gives a fact another value; `null` when the words are no value. */
function toEdit(node: string, fact: Fact, words: string): { command: string; [key: string]: unknown } | null {
  const value = words.trim();
  switch (fact.field) {
    case 'capacity': {
      const size = parseSize(fact.key, value);
      return size === undefined ? null : { command: 'edit-node', node, capacity: { [fact.key]: size } };
    }
    case 'cost': {
      const cost = parseCost(value);
      if (cost === undefined) return null;
      return { command: 'edit-node', node, cost: cost ?? { amount: null } };
    }
    case 'domains':
      return { command: 'edit-node', node, domains: value.split(/[\s,;]+/u).filter((each) => each !== '') };
    case 'notes':
      return { command: 'edit-node', node, notes: value };
    case 'status': {
      const status = {
        'in use': 'active',
        active: 'active',
        dormant: 'dormant',
        planned: 'planned',
        '': 'unknown',
      }[value.toLowerCase()];
      return status === undefined ? null : { command: 'edit-node', node, status };
    }
    case null:
      return null;
    case 'name':
    case 'type':
    case 'environment':
    case 'os':
    case 'jurisdiction':
      return { command: 'edit-node', node, [fact.field]: value === '' ? null : value };
    default:
      return fact.field satisfies never;
  }
}

function FactLine({ fact, node }: { readonly fact: Fact; readonly node: string }) {
  const [draft, setDraft] = useState<string | null>(null);
  const words = text.value(fact);
  const { source } = fact;
  const commit = (value: string): void => {
    setDraft(null);
    if (draft === null || value.trim() === (words ?? '')) return;
    const command = toEdit(node, fact, value);
    if (command !== null) runCommands([command]);
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
