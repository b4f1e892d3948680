import { parseArgs } from 'node:util';
import { serve } from './serve.ts';

// The built entry of browser mode, started by `npm start`. Arguments: --port N, --open.
const { values } = parseArgs({
  options: { port: { type: 'string' }, open: { type: 'boolean', default: false } },
});
const port = values.port === undefined ? undefined : Number(values.port);
if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
  process.stderr.write('--port wants a number from 1 to 65535.\n');
  process.exitCode = 2;
} else {
  process.exitCode = await serve({ ...(port === undefined ? {} : { port }), open: values.open });
}
