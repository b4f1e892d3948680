import { describe, expect, it } from 'vitest';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { toPhase } from '#core/model/phase.ts';
import { planOf } from '#support/build-plan.ts';

const nd = (id: string) => toId('nd', id);

function parsed(text: string) {
  const result = parsePlanFile(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function problem(text: string) {
  const result = parsePlanFile(text);
  if (result.ok) throw new Error('was read although it is wrong');
  return result.error;
}

const file = (rest: string) => `{\n  "format": "rehome/1",\n${rest}\n}\n`;

describe('reading a plan file', () => {
  it('gives a missing key its empty value', () => {
    const plan = parsed(
      file('"inventory": { "nodes": [{ "id": "nd_1", "kind": "server", "name": "web" }] }'),
    );
    expect(plan.nodes.get('nd_1')).toEqual(toNode({ id: nd('nd_1'), kind: 'server', name: 'web' }));
    expect(plan.revision).toBe(0);
    expect(plan.changes.size).toBe(0);
  });

  it('keeps fields that it does not know at every level', () => {
    const text = file(
      `"zebra": [1, { "b": 1, "a": 2 }], "inventory": { "nodes": [{ "id": "nd_1", "kind": "server", "rack": "A1",
       "capacity": { "gpu": 2 } }], "racks": {} }, "plan": { "mood": "good", "changes": [
       { "id": "ch_1", "kind": "add", "node": { "id": "nd_2", "kind": "host", "colour": "red" }, "boss": true }] }`,
    );
    const again = JSON.parse(toPlanFileText(parsed(text)));
    expect(again.zebra).toEqual([1, { a: 2, b: 1 }]);
    expect(again.inventory.racks).toEqual({});
    expect(again.inventory.nodes[0]).toMatchObject({ rack: 'A1', capacity: { gpu: 2, vcpu: null } });
    expect(again.plan.mood).toBe('good');
    expect(again.plan.changes[0]).toMatchObject({ boss: true, node: { colour: 'red' } });
  });

  it('leaves references to nothing as they are', () => {
    const plan = parsed(
      file(
        '"inventory": { "dependencies": [{ "id": "dp_1", "from": "nd_x", "to": "nd_y", "type": "uses" }] }',
      ),
    );
    expect(plan.dependencies.get('dp_1')?.to).toBe('nd_y');
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(parsed(`\uFEFF${file('"name": "x"')}`).name).toBe('x');
  });
});

describe('refusing a plan file', () => {
  it.each([
    ['', 'empty', null],
    [' \n ', 'empty', null],
    ['\uFEFF', 'empty', null],
    ['[]', 'not-a-plan', null],
    ['null', 'not-a-plan', null],
    ['{}', 'not-a-plan', null],
    ['{"format":"other/1"}', 'not-a-plan', null],
    ['{"format":"rehome/0"}', 'not-a-plan', null],
    ['{"format":"rehome/1","name":"a"', 'not-json', 1],
    ['{\n"format": "rehome/1",\n}', 'not-json', 3],
    ['{"format": "rehome/1"}\n{}', 'not-json', 2],
    ['{\n "name": NaN }', 'not-json', 2],
    ['<<<<<<< ours\n{}', 'not-json', 1],
    ['{\n"name": "",\n"format": "rehome/2"}', 'newer-format', 3],
    [file('"revision": -1'), 'wrong-type', 3],
    [file('"name": 7'), 'wrong-type', 3],
    [file('"id": "a-b"'), 'wrong-type', 3],
    [file('"inventory": []'), 'wrong-type', 3],
    [file('"inventory": {\n"nodes": {} }'), 'wrong-type', 4],
  ])('%j as %s on line %s', (text, code, line) => {
    expect(problem(text)).toMatchObject({ code, line });
  });

  it('says which field of which record is wrong, and where', () => {
    const found = problem(
      file(
        '"inventory": { "nodes": [\n{ "id": "nd_1", "kind": "server", "name": "db",\n"capacity": {\n"memoryMiB": "2 GB" } }] }',
      ),
    );
    expect(found.line).toBe(6);
    expect(found.message).toBe(
      'Not a valid plan (line 6): node "db, nd_1": "capacity.memoryMiB" must be a number, but is the text "2 GB".',
    );
  });

  it('names the kinds that are known', () => {
    expect(problem(file('"inventory": { "nodes": [{ "id": "nd_1", "kind": "srv" }] }')).message).toContain(
      '"kind" must be one of provider, site, host, server, service, but is the text "srv"',
    );
    expect(problem(file('"plan": { "changes": [{ "id": "ch_1", "kind": "beam" }] }')).message).toContain(
      '"kind"',
    );
    expect(problem(file('"plan": { "changes": [{ "id": "ch_1" }] }')).message).toContain('"kind" is missing');
  });

  it.each(['a-b', '', ' ', '__proto__', 'ä', 'a'.repeat(201), 'nd_1\n'])('the id %j', (id) => {
    const row = JSON.stringify({ id, name: 'x', order: 'a1' });
    expect(problem(file(`"plan": { "phases": [${row}] }`)).code).toBe('wrong-type');
  });

  it('refuses two records of one id', () => {
    const found = problem(file('"plan": { "phases": [{ "id": "ph_1" },\n{ "id": "ph_1" }] }'));
    expect(found).toMatchObject({ code: 'duplicate-id', line: 4 });
    expect(found.message).toContain('ph_1');
  });

  it('refuses what nests too deep, however deep', () => {
    for (const depth of [201, 20_000, 200_000]) {
      const text = file(`"x": ${'['.repeat(depth)}${']'.repeat(depth)}`);
      expect(problem(text).code).toBe('too-deep');
    }
    expect(parsePlanFile(file(`"x": ${'['.repeat(190)}${']'.repeat(190)}`)).ok).toBe(true);
  });
});

describe('hostile content', () => {
  it('does not let __proto__ change any object', () => {
    const plan = parsed(
      file(
        `"__proto__": { "bad": 1 }, "inventory": { "__proto__": { "bad": 1 }, "nodes": [
        { "id": "nd_1", "kind": "server", "__proto__": { "bad": 1 }, "capacity": { "__proto__": { "bad": 1 } } }] },
        "sources": [{ "id": "so_1", "base": { "__proto__": { "bad": 1 }, "constructor": { "prototype": { "bad": 1 } } } }]`,
      ),
    );
    const node: object = plan.nodes.get('nd_1') ?? {};
    expect('bad' in {}).toBe(false);
    expect('bad' in node).toBe(false);
    expect(Object.getPrototypeOf(node)).toBe(Object.prototype);
    expect(toPlanFileText(plan)).not.toContain('__proto__');
  });

  it('makes text well formed', () => {
    const plan = parsed(file('"name": "a\\ud800b", "x\\udc00": ["\\ud800"]'));
    expect(plan.name).toBe('a\uFFFDb');
    expect(toPlanFileText(plan).isWellFormed()).toBe(true);
    expect(toPlanFileText({ ...plan, name: '\ud800' })).toContain('"name": "\uFFFD"');
  });
});

describe('writing a plan file', () => {
  const plan = planOf({
    nodes: [
      toNode({ id: nd('nd_b'), kind: 'server', name: 'b' }),
      toNode({ id: nd('nd_B'), kind: 'server', name: 'B' }),
    ],
    phases: [toPhase({ id: toId('ph', 'ph_1'), name: 'One', order: 'a1' })],
  });

  it('writes two-space JSON with one final newline, sorted by id', () => {
    const text = toPlanFileText(plan);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    expect(JSON.parse(text).inventory.nodes.map((row: { id: string }) => row.id)).toEqual(['nd_B', 'nd_b']);
    expect(text.startsWith('{\n  "format": "rehome/1",\n  "id": "pl_test",\n  "name": "Test plan",\n')).toBe(
      true,
    );
  });

  it('writes the same bytes whatever the order of keys in memory', () => {
    const phase = toPhase({ id: toId('ph', 'ph_1'), name: 'One', order: 'a1' });
    const turned = Object.fromEntries(Object.entries(phase).reverse());
    expect(toPlanFileText(planOf({ phases: [Object.assign(turned, phase)] }))).toBe(
      toPlanFileText(planOf({ phases: [phase] })),
    );
  });

  it('gives back what it wrote', () => {
    expect(toPlanFileText(parsed(toPlanFileText(plan)))).toBe(toPlanFileText(plan));
  });
});
