import { afterEach, describe, expect, it } from 'vitest';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { select } from '#stores/view-store.ts';
import { workspaceStore } from '#stores/workspace-store.ts';
import { toPaletteEntries } from '#views/palette/palette-entries.ts';
import { planOf } from '#support/build-plan.ts';

const server = (name: string) => toNode({ id: toId('nd', `nd_${name}`), kind: 'server', name });
const plan = planOf({ nodes: [server('web01'), server('mover')] });
const start = workspaceStore.getState();

afterEach(() => {
  select([]);
  workspaceStore.setState(start, true);
});

describe('what the palette offers while nothing is selected', () => {
  it('has the actions on a selection last and grey, with their reason', () => {
    workspaceStore.setState({ plan });
    const found = toPaletteEntries(plan, 'move', '');
    const at = found.findIndex((entry) => entry.title === 'Move to…');
    expect(found[at]).toMatchObject({ why: 'select a node first', group: 'On a selection' });
    // What can be run stands before it.
    expect(found.slice(0, at).map((entry) => entry.title)).toContain('mover');
    expect(found.slice(at).every((entry) => entry.why !== null)).toBe(true);
  });

  it('does not list them before somebody looks for something', () => {
    workspaceStore.setState({ plan });
    expect(toPaletteEntries(plan, ' ', '').map((entry) => entry.title)).not.toContain('Move to…');
  });

  it('has them first again as soon as something is selected', () => {
    workspaceStore.setState({ plan });
    select([toId('nd', 'nd_web01')]);
    expect(toPaletteEntries(plan, 'move to', 'On web01')[0]).toMatchObject({
      title: 'Move to…',
      why: null,
      group: 'On web01',
    });
  });
});
