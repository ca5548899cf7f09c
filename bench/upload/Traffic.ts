import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** How long nobody can connect after a cut. */
const OUTAGE_MS = 1000;

/** What passes through a server, and the one time it breaks. */
export class Traffic {
  /** Body bytes of everything that was posted, whether the request was completed or not. */
  receivedBytes = 0;
  preflights = 0;
  #cutAtBytes = Number.POSITIVE_INFINITY;
  #outageUntil = 0;
  readonly #sockets = new Set<Socket>();

  /** Counts anew; breaks every connection once when `cutAtBytes` have come. */
  restart(cutAtBytes: number | null): void {
    this.receivedBytes = 0;
    this.preflights = 0;
    this.#cutAtBytes = cutAtBytes ?? Number.POSITIVE_INFINITY;
    this.#outageUntil = 0;
  }

  admit(socket: Socket): void {
    if (performance.now() < this.#outageUntil) {
      socket.resetAndDestroy();
      return;
    }
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => this.#sockets.delete(socket));
  }

  /**
   * Hands over a body piece by piece as it comes.
   *
   * @throws when the connection breaks before its end
   */
  async receive(request: IncomingMessage, onPiece: (piece: Buffer) => void): Promise<void> {
    for await (const piece of request as AsyncIterable<Buffer>) {
      onPiece(piece);
      this.#count(piece.length);
    }
  }

  /** The whole body at once. */
  async receiveWhole(request: IncomingMessage): Promise<Buffer> {
    const body = Buffer.allocUnsafeSlow(Number(request.headers['content-length'] ?? 0));
    let length = 0;
    await this.receive(request, (piece) => {
      length += piece.copy(body, length);
    });
    return body.subarray(0, length);
  }

  #count(bytes: number): void {
    this.receivedBytes += bytes;
    if (this.receivedBytes < this.#cutAtBytes) return;
    this.#cutAtBytes = Number.POSITIVE_INFINITY;
    this.#outageUntil = performance.now() + OUTAGE_MS;
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }
}
