import goLiveGate from '#assets/templates/go-live-gate.json' with { type: 'json' };
import moveServer from '#assets/templates/move-server.json' with { type: 'json' };
import newHosterBackup from '#assets/templates/new-hoster-backup.json' with { type: 'json' };
import newHosterDatabase from '#assets/templates/new-hoster-database.json' with { type: 'json' };
import newHosterMail from '#assets/templates/new-hoster-mail.json' with { type: 'json' };
import newHosterMonitoring from '#assets/templates/new-hoster-monitoring.json' with { type: 'json' };
import restoreProof from '#assets/templates/restore-proof.json' with { type: 'json' };
import retireServer from '#assets/templates/retire-server.json' with { type: 'json' };
import { invariant } from '#core/base/invariant.ts';
import { parseTemplate, type ChecklistTemplate } from './templates.ts';

function readOwn(data: unknown): ChecklistTemplate {
  const template = parseTemplate(data);
  invariant(template.ok, 'a built-in template has the form of a template');
  return template.value;
}

/** The checklist templates that come with Rehome, in the order in which they are offered. */
export const builtInTemplates: readonly ChecklistTemplate[] = [
  newHosterDatabase,
  newHosterMail,
  newHosterMonitoring,
  newHosterBackup,
  restoreProof,
  moveServer,
  retireServer,
  goLiveGate,
].map(readOwn);
