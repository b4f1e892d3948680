/** A node of the inventory. */
export const add = (kind: string, name: string, parent: string | null, fields: object = {}): object => ({
  command: 'add-node',
  kind,
  name,
  parent,
  ...fields,
});

/** A dependency. */
export const link = (from: string, type: string, to: string, fields: object = {}): object => ({
  command: 'add-dependency',
  from,
  type,
  to,
  ...fields,
});

/** A party. */
export const party = (name: string, kind: string, contacts: readonly string[] = []): object => ({
  command: 'add-party',
  name,
  kind,
  contacts,
});

/** A phase at the end of the plan. */
export const phase = (name: string): object => ({ command: 'add-phase', name });
