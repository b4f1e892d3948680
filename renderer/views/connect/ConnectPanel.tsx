import { useState } from 'react';
import { compareText } from '#core/base/compare.ts';
import { dependencyTypes, type DependencyType } from '#core/model/dependency.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { runCommands } from '#stores/run-commands.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { closePanel, select, useView } from '#stores/view-store.ts';
import { mapToolsText as text } from '#text/map-tools.ts';
import { dependencyWords } from '#text/map.ts';
import { ComboBox } from '#ui/ComboBox.tsx';
import { FormDialog } from '#ui/FormDialog.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './ConnectPanel.module.css';

/** Asks what the selected node does to which other one, and adds that dependency. */
export function ConnectPanel() {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const [from] = useView((view) => view.panel?.nodes ?? []);
  const [type, setType] = useState<DependencyType>('uses');
  const [to, setTo] = useState<string | null>(null);
  const estate = estateAt(plan, point);
  const node = estate.nodes.get(from ?? null);
  const others = estate.nodes
    .filter((each) => each.id !== from)
    .sort((a, b) => compareText(a.name, b.name))
    .map((each) => {
      const place = estate.nodes.get(each.parent)?.name;
      return {
        value: each.id,
        label: each.name,
        ...(place === undefined ? {} : { note: text.onPlace(place) }),
      };
    });
  const target = others.find((each) => each.value === to);
  const add = (): void => {
    if (node === undefined || target === undefined) return;
    const done = runCommands([{ command: 'add-dependency', from: node.id, to: target.value, type }]);
    if (!done.ok) return;
    closePanel();
    select([node.id]);
  };
  if (node === undefined) return null;
  return (
    <FormDialog
      title={text.connectTitle}
      save={text.addDependency}
      isReady={target !== undefined}
      onSave={add}
      onClose={closePanel}
      className={styles['form']}
    >
      <p className={styles['from']}>
        <bdi>{node.name}</bdi>
      </p>
      <Select<DependencyType>
        label={text.connectType}
        value={type}
        onChange={setType}
        options={dependencyTypes.map((value) => ({ value, label: dependencyWords[value] }))}
      />
      <ComboBox<string> label={text.connectTo} options={others} value={to} onChange={setTo} autoFocus />
      {target !== undefined && (
        <p role="status" className={styles['sentence']}>
          {text.sentence(node.name, dependencyWords[type], target.label)}
        </p>
      )}
    </FormDialog>
  );
}
