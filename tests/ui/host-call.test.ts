// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { makeHostCall } from '#bridge/host-call.ts';

const base = { planId: 'pl_a', name: 'Ümlaut 🚚', revision: 1, writer: 'w' };

async function readBody(body: unknown): Promise<unknown> {
  return JSON.parse(await new Response(body as Blob).text());
}

/** The bodies that are sent, as the host reads them; each is answered with a stored revision. */
function catchBodies(): unknown[] {
  const bodies: unknown[] = [];
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: unknown }) => {
    bodies.push(await readBody(body));
    return new Response(JSON.stringify({ ok: true, value: { revision: 1 } }));
  });
  return bodies;
}
afterEach(() => vi.unstubAllGlobals());

it.each([
  ['nothing', ''],
  ['marks of JSON', '{"plan":{"a\\b":"\n\u2028\u0000 </script>"}}'],
  // A piece of the body would end between the two halves of the lorry.
  ['pairs where pieces end', `${'a'.repeat(2 ** 18 - 1)}🚚${'🚚'.repeat(2 ** 18)}`],
  ['a large plan', '"web-1" \\ ü '.repeat(200_000)],
])('a checkpoint reaches the host as it was: %s', async (_, checkpoint) => {
  const bodies = catchBodies();
  const answer = await makeHostCall('token')('writeCheckpoint', { ...base, checkpoint });
  expect(answer).toEqual({ ok: true, value: { revision: 1 } });
  expect(bodies).toHaveLength(1);
  expect(Object.entries(bodies[0] ?? {})).toEqual(Object.entries({ ...base, checkpoint }));
});

it('a request is sent as JSON knows it, whatever it holds', async () => {
  const bodies = catchBodies();
  const call = makeHostCall('token');
  await call('appendJournal', { ...base, lines: ['{"a":1}', '🚚'] });
  await call('listPlans', null);
  await call('writeSetting', { key: 'a', value: undefined });
  await call('unlock', { secret: '\ud800' });
  expect(bodies).toEqual([{ ...base, lines: ['{"a":1}', '🚚'] }, null, { key: 'a' }, { secret: '\ud800' }]);
});
