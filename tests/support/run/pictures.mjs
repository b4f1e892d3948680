// Makes the pictures of the documentation from the example plans: docs/pictures/<view>-<theme>.png. They show the built
// app as it is, so run this again when the screen changes.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from '../../../main/launch/ensure-built.mjs';

await ensureBuilt('app', (sentence) => console.log(sentence));
const cli = join('node_modules', '@playwright', 'test', 'cli.js');
const config = join('tests', 'support', 'pictures', 'playwright.config.ts');
const words = ['test', '--config', config, ...process.argv.slice(2)];
const done = spawnSync(process.execPath, [cli, ...words], { stdio: 'inherit' });
process.exitCode = done.status ?? 1;
