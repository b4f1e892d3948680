import type { Answer } from '#core/contract/bridge.ts';
import { requestSchemas } from '#core/contract/schemas.ts';
import { badArguments, type HostCallAnswerer } from '#main/web/host-calls.ts';
import { ok } from '#core/base/result.ts';
import type { FileCalls } from './file-calls.ts';
import type { PlanLinks } from './plan-links.ts';
import type { MainWindow } from './main-window.ts';

/** What answers the calls of the page in the shell. */
export interface ShellCallContext {
  readonly files: FileCalls;
  readonly links: PlanLinks;
  readonly host: HostCallAnswerer;
  readonly findWindow: (contentsId: number) => Pick<MainWindow, 'events' | 'finishClosing'> | null;
}

/** Answers a call by its name: what only the shell can do here, all else like the browser host. Null: there is no such call. */
export async function answerCall(
  context: ShellCallContext,
  contentsId: number,
  name: string,
  raw: unknown,
): Promise<Answer<unknown> | null> {
  switch (name) {
    case 'openFiles': {
      const parsed = requestSchemas.openFiles.safeParse(raw);
      return parsed.success ? context.files.openFiles(parsed.data) : badArguments;
    }
    case 'saveFile': {
      const parsed = requestSchemas.saveFile.safeParse(raw);
      return parsed.success ? context.files.saveFile(parsed.data) : badArguments;
    }
    case 'findLinkedPlan': {
      const parsed = requestSchemas.findLinkedPlan.safeParse(raw);
      return parsed.success ? context.links.findPlan(parsed.data.handle) : badArguments;
    }
    case 'linkFile': {
      const parsed = requestSchemas.linkFile.safeParse(raw);
      return parsed.success ? context.links.link(parsed.data) : badArguments;
    }
    case 'findLinkedFile': {
      const parsed = requestSchemas.findLinkedFile.safeParse(raw);
      return parsed.success ? context.links.find(parsed.data.planId) : badArguments;
    }
    case 'readLinkedFile': {
      const parsed = requestSchemas.readLinkedFile.safeParse(raw);
      return parsed.success ? context.links.read(parsed.data.planId) : badArguments;
    }
    case 'writeLinkedFile': {
      const parsed = requestSchemas.writeLinkedFile.safeParse(raw);
      return parsed.success ? context.links.write(parsed.data) : badArguments;
    }
    case 'unlinkFile': {
      const parsed = requestSchemas.unlinkFile.safeParse(raw);
      return parsed.success ? context.links.unlink(parsed.data.planId) : badArguments;
    }
    case 'deletePlan': {
      const answer = await context.host(name, raw);
      const parsed = requestSchemas.deletePlan.safeParse(raw);
      // A plan that is deleted leaves no trace of where its file is; the file itself is the person's.
      if (answer?.ok === true && parsed.success) await context.links.unlink(parsed.data.planId);
      return answer;
    }
    case 'openExternal': {
      const parsed = requestSchemas.openExternal.safeParse(raw);
      return parsed.success ? context.files.openExternal(parsed.data.url) : badArguments;
    }
    case 'startEvents': {
      if (!requestSchemas.startEvents.safeParse(raw).success) return badArguments;
      context.findWindow(contentsId)?.events.start();
      return ok(null);
    }
    case 'finishClosing': {
      if (!requestSchemas.finishClosing.safeParse(raw).success) return badArguments;
      context.findWindow(contentsId)?.finishClosing();
      return ok(null);
    }
    default:
      return context.host(name, raw);
  }
}
