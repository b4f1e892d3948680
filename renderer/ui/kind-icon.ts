import type { IconName } from './icons.ts';

const byKind: Readonly<Record<string, IconName>> = {
  provider: 'cloud',
  site: 'map-pin',
  host: 'cpu',
  server: 'server',
  service: 'box',
  party: 'users',
  duty: 'handshake',
  dependency: 'waypoints',
  question: 'message-circle-question-mark',
  disposition: 'minus',
  phase: 'milestone',
  move: 'arrow-right',
};

const byType: Readonly<Record<string, IconName>> = {
  database: 'database',
  cache: 'layers',
  queue: 'layers',
  web: 'globe',
  proxy: 'split',
  'load-balancer': 'split',
  worker: 'settings',
  job: 'clock',
  mail: 'mail',
  dns: 'globe',
  monitoring: 'activity',
  logging: 'scroll-text',
  storage: 'archive',
  backup: 'archive',
  repository: 'git-branch',
  ci: 'play',
  saas: 'cloud',
  gateway: 'key-round',
};

/** The icon for a kind of node (or of a found thing); the type counts for services and for gateways and databases. */
export function toKindIcon(kind: string, type: string | null): IconName {
  const special = type === null ? undefined : byType[type];
  if (kind === 'service') return special ?? 'box';
  if (kind === 'server' && (type === 'gateway' || type === 'database')) return special ?? 'server';
  return byKind[kind] ?? 'circle-question-mark';
}
