import { serveText } from '#main/cli/command-text.ts';
import type { CliCommand } from '#main/cli/command.ts';
import { refuse } from '#main/cli/outcome.ts';

/** `rehome serve`: browser mode, until the person stops it. */
export const serveCommand: CliCommand = {
  name: 'serve',
  summary: serveText.summary,
  usage: serveText.usage,
  notes: [],
  options: [{ name: 'port', placeholder: 'N', says: serveText.port }],
  positionals: { min: 0, max: 0 },
  run: async (args) => {
    const word = args.value('port');
    const port = word === null ? null : /^\d{1,5}$/u.test(word) ? Number(word) : 0;
    if (port !== null && (port < 1 || port > 65_535)) return refuse(serveText.badPort(word ?? ''));
    try {
      const { serve } = await import('#main/web/serve.ts');
      const code = await serve({ ...(port === null ? {} : { port }), open: true });
      // What went wrong was said by then.
      return { ok: true, value: code === 0 ? 0 : 2 };
    } catch (error) {
      return refuse(serveText.cannotServe(error instanceof Error ? error.message : String(error)));
    }
  },
};
