import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Door {
  url: string;
  server: Server;
  /** From now on requests are answered by this; until then they wait. */
  answer(listener: RequestListener): void;
  close(): Promise<void>;
}

/** Listens on loopback before there is anything to say: what follows needs to know the port. Port 0 takes a free one. */
export async function openDoor(port: number): Promise<Door> {
  let open: (listener: RequestListener) => void = () => {};
  const listener = new Promise<RequestListener>((resolve) => {
    open = resolve;
  });
  const server = createServer((request, response) => {
    void listener.then((answer) => answer(request, response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    answer: open,
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
    },
  };
}
