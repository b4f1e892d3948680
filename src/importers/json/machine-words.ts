import type { NodeStatus } from '#core/model/node.ts';

const statusWords: Readonly<Record<string, NodeStatus | 'gone'>> = {
  on: 'active',
  running: 'active',
  active: 'active',
  available: 'active',
  'vm running': 'active',
  poweredon: 'active',
  off: 'dormant',
  stopped: 'dormant',
  'stopped in place': 'dormant',
  stopping: 'dormant',
  suspended: 'dormant',
  offline: 'dormant',
  archive: 'dormant',
  archived: 'dormant',
  shutoff: 'dormant',
  poweredoff: 'dormant',
  deallocated: 'dormant',
  'vm deallocated': 'dormant',
  'vm stopped': 'dormant',
  planned: 'planned',
  staged: 'planned',
  terminated: 'gone',
  'shutting-down': 'gone',
  deleting: 'gone',
  template: 'gone',
};

/** What a word of a power state means; `gone` machines are counted and left out, other words say nothing. */
export function findStatus(word: string): NodeStatus | 'gone' | undefined {
  const key = word.trim().toLowerCase();
  return Object.hasOwn(statusWords, key) ? statusWords[key] : undefined;
}

const engineTypes: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/postgres|mysql|maria|aurora|sqlserver|oracle|mongo|docdb|^pg$|kafka-db/iu, 'database'],
  [/redis|valkey|memcache/iu, 'cache'],
  [/kafka|rabbit|sqs|amqp/iu, 'queue'],
];

/** The type of a managed service by the name of its engine. */
export function findEngineType(engine: string): string | undefined {
  return engineTypes.find(([pattern]) => pattern.test(engine.slice(0, 100)))?.[1];
}
