import { getBridge } from '#bridge/get-bridge.ts';

let read: Promise<Readonly<Record<string, unknown>>> | null = null;
const written = new Map<string, unknown>();

async function readAll(): Promise<Readonly<Record<string, unknown>>> {
  const answer = await getBridge().readSettings();
  return answer.ok ? answer.value : {};
}

/** A setting of this person, `undefined` when it was never set. Settings lie beside the vault, not in the browser. */
export async function readSetting(key: string): Promise<unknown> {
  if (written.has(key)) return written.get(key) ?? undefined;
  read ??= readAll();
  return (await read)[key];
}

/** Keeps a setting; `null` forgets it. That it fails costs nothing but the setting. */
export async function writeSetting(key: string, value: unknown): Promise<void> {
  written.set(key, value);
  await getBridge().writeSetting({ key, value });
}
