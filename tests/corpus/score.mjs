import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('score.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
module.score(process.argv.includes('--unseen'));
