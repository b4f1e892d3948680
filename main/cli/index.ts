import { argv } from 'node:process';
import { runCommandLine } from './run-command-line.ts';

process.exitCode = await runCommandLine(argv.slice(2));
