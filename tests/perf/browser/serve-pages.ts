import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** Pages of the bench on loopback. */
export interface PageServer {
  /** The address of a page, by its name. */
  readonly address: (name: string) => string;
  readonly close: () => void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

/** A port that nobody listens on now. */
export async function findPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

/** Serves the built pages of the peers, and a graph for them under `/graph.json`. */
export async function servePages(graph: string): Promise<PageServer> {
  const folder = join(process.cwd(), 'tests', 'perf', 'out', 'pages');
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const answer =
      path === '/graph.json' ? Promise.resolve(Buffer.from(graph)) : readFile(join(folder, path));
    answer.then(
      (body) => {
        response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
        return response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  const port = await listen(server);
  return {
    address: (name) => `http://127.0.0.1:${port}/${name}.html`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
