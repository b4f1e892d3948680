import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Keeps at most so many connections: one more, and the oldest that carries no request now is closed. So a program that opens hundreds and
 * says nothing pushes out its own, never the page's.
 */
export function limitSockets(server: Server, most: number): void {
  const open = new Set<Socket>();
  const busy = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      busy.delete(socket);
    });
    if (open.size <= most) return;
    for (const oldest of open) {
      if (busy.has(oldest)) continue;
      // Forgotten at once: its end is told later, and the next one may be here before.
      open.delete(oldest);
      oldest.destroy();
      break;
    }
  });
  server.on('request', (request, response) => {
    const { socket } = request;
    // Taken out and put back: a connection that was of use is the youngest.
    open.delete(socket);
    open.add(socket);
    busy.add(socket);
    response.once('close', () => busy.delete(socket));
  });
}
