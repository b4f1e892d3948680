import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { exporters } from '#core/exporters/exporters.ts';
import { runs } from '#support/counts.ts';
import { note } from '#support/figures.ts';

type Json = Record<string, unknown>;

const server = (id: string, more: Json = {}): Json => ({ id, kind: 'server', name: id, ...more });
const edge = (id: string, from: string, to: string): Json => ({ id, from, to, type: 'uses' });
const phase = { id: 'ph_1', name: 'One', order: 'a1' };
const step = (id: string, more: Json): Json => ({ id, kind: 'remove', node: 'nd_a', phase: 'ph_1', ...more });
const file = (inventory: Json, plan: Json = {}, more: Json = {}): Json => ({
  format: 'rehome/1',
  id: 'pl_x',
  name: 'X',
  inventory,
  plan,
  ...more,
});
const two = [server('nd_a'), server('nd_b')];

/** Plans that no editor of ours makes, and that must open all the same: nothing in them is executed, followed for ever or lost. */
const opened: Readonly<Record<string, Json>> = {
  'a node inside itself': file({ nodes: [server('nd_a', { parent: 'nd_a' })] }),
  'a circle of places': file({
    nodes: [server('nd_a', { parent: 'nd_b' }), server('nd_b', { parent: 'nd_a' })],
  }),
  'a circle of hosts with a server in it': file({
    nodes: [
      server('nd_a', { kind: 'host', parent: 'nd_b' }),
      server('nd_b', { kind: 'host', parent: 'nd_a' }),
      server('nd_c', { parent: 'nd_b' }),
    ],
  }),
  'a site inside itself': file({ nodes: [server('nd_a', { kind: 'site', parent: 'nd_a' })] }),
  'a server inside of a service': file({
    nodes: [server('nd_a', { parent: 'nd_b' }), server('nd_b', { kind: 'service' })],
  }),
  'a parent that is not there': file({ nodes: [server('nd_a', { parent: 'nd_none' })] }),
  'a circle of dependencies, and one on itself': file({
    nodes: two,
    dependencies: [edge('dp_1', 'nd_a', 'nd_b'), edge('dp_2', 'nd_b', 'nd_a'), edge('dp_3', 'nd_a', 'nd_a')],
  }),
  'dependencies of nothing': file({ nodes: two, dependencies: [edge('dp_1', 'nd_x', 'nd_y')] }),
  'steps that wait for each other': file(
    { nodes: two },
    { phases: [phase], changes: [step('ch_1', { after: ['ch_2'] }), step('ch_2', { after: ['ch_1'] })] },
  ),
  'steps on nothing in a phase that is not there': file(
    { nodes: two },
    { changes: [step('ch_1', { node: 'nd_x', phase: 'ph_none', after: ['ch_none'] })] },
  ),
  'a move into itself': file(
    { nodes: two },
    { phases: [phase], changes: [step('ch_1', { kind: 'move', to: 'nd_a' })] },
  ),
  'two steps that add the same node': file(
    { nodes: two },
    {
      phases: [phase],
      changes: ['ch_1', 'ch_2'].map((id) => ({
        ...step(id, { to: null }),
        kind: 'add',
        node: server('nd_c'),
      })),
    },
  ),
  'tasks, duties and hand-overs of nothing': file(
    {
      nodes: two,
      duties: [{ id: 'du_1', area: 'backup', subject: 'nd_x', party: 'pa_x', role: 'accountable' }],
    },
    {
      tasks: [{ id: 'ta_1', on: 'ch_x', text: 'Do it', order: 'a1' }],
      handovers: [{ id: 'ho_1', area: 'backup', subject: 'nd_x', from: 'pa_x', to: 'pa_y', phase: 'ph_x' }],
    },
  ),
  'a source whose sum was edited': file(
    { nodes: two },
    {},
    { sources: [{ id: 'so_1', name: 'a.md', sha256: 'no' }] },
  ),
  'fields that nobody knows': file(
    { nodes: [server('nd_a', { rack: 'A1' })], racks: [1] },
    { mood: 'good' },
    { zebra: 1 },
  ),
};

/** Plans that are refused, each with a sentence. */
const refused: Readonly<Record<string, Json | string>> = {
  'a newer form': { ...file({ nodes: two }), format: 'rehome/2' },
  'no form': { id: 'pl_x', name: 'X' },
  'a list for a plan': '[]',
  'a text for a list': file({ nodes: 'all of them' }),
  'a number for a name': file({ nodes: [server('nd_a', { name: 7 })] }),
  'an id that is none': file({ nodes: [server('nd-a')] }),
  'one id twice': file({ nodes: [server('nd_a'), server('nd_a')] }),
  'half a file': JSON.stringify(file({ nodes: two })).slice(0, -9),
};

/** Of these the node with the smallest id stands on nothing afterwards. */
const circles = [
  'a node inside itself',
  'a circle of places',
  'a circle of hosts with a server in it',
  'a site inside itself',
];

const everything = { phase: null, party: null, without: [] } as const;

describe('J2 a plan file of our own that was tampered with', () => {
  it.each(Object.entries(opened))('with %s opens, is checked, shown and written whole', (what, json) => {
    const read = parsePlanFile(JSON.stringify(json));
    if (!read.ok) throw new Error(read.error.message);
    const report = checkPlan(read.value);
    expect(report.counts.states).toBeGreaterThan(0);
    for (const { format, export: run } of exporters) {
      const { files } = run(read.value, report, everything);
      expect(files.length, format).toBeGreaterThan(0);
      // Where the report tells of the estate it tells of all of it.
      if (format !== 'markdown') continue;
      for (const { name } of read.value.nodes) expect(String(files[0]?.content)).toContain(name);
    }
    const text = toPlanFileText(read.value);
    const again = parsePlanFile(text);
    expect(again.ok && toPlanFileText(again.value)).toBe(text);
    // A circle of places is opened where it has the smallest id; all else is written as it was read.
    expect(JSON.parse(text)).toMatchObject(circles.includes(what) ? { ...json, inventory: {} } : json);
    note('J2', 'tampered plan files opened or refused with a sentence', 1, 1);
  });

  it.each(circles)('with %s has nothing in a circle any more, and loses no more than one place', (what) => {
    const read = parsePlanFile(JSON.stringify(opened[what]));
    if (!read.ok) throw new Error(read.error.message);
    const { nodes } = read.value;
    expect(nodes.get('nd_a')?.parent).toBe(null);
    if (nodes.has('nd_b')) expect(nodes.get('nd_b')?.parent).toBe('nd_a');
    if (nodes.has('nd_c')) expect(nodes.get('nd_c')?.parent).toBe('nd_b');
  });

  it.each(Object.entries(refused))('with %s is refused with a sentence', (_what, json) => {
    const read = parsePlanFile(typeof json === 'string' ? json : JSON.stringify(json));
    expect(read).toMatchObject({ ok: false, error: { message: expect.stringMatching(/\.$/u) } });
    note('J2', 'tampered plan files opened or refused with a sentence', 1, 1);
  });

  it('with as many dependencies as a file can hold is read', () => {
    const count = runs('hostileEdges');
    const dependencies = Array.from({ length: count }, (_, index) =>
      edge(`dp_${index}`, index % 2 === 0 ? 'nd_a' : 'nd_b', index % 3 === 0 ? 'nd_b' : `nd_${index}`),
    );
    const read = parsePlanFile(JSON.stringify(file({ nodes: two, dependencies })));
    expect(read.ok && read.value.dependencies.size).toBe(count);
  });
});
