import { connect } from 'node:net';

export interface Rate {
  answers: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** Enough that a server never waits for the client. */
const connections = 128;
/** In milliseconds. */
const nap = 0.2;

/**
 * Sends requests over kept connections, one at a time on each, and counts answers with status 200.
 *
 * It naps and then takes what has come, instead of letting every answer wake it: it is the server's thread that does the waking,
 * within its write, and the slower the server, the more of its answers find the client asleep. A client elsewhere costs a
 * server nothing like that.
 */
export async function measureRate(target: { url: string; requests: readonly string[] }, ms: number): Promise<Rate> {
  const { hostname, port } = new URL(target.url);
  const requests = target.requests.map((request) => Buffer.from(request));
  const times: number[] = [];
  const startedAt = performance.now();
  let next = 0;

  const converse = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      let sentAt = 0;
      const send = (): void => {
        sentAt = performance.now();
        next = (next + 1) % requests.length;
        socket.write(requests[next] ?? '');
      };
      let answer = '';
      socket.setEncoding('latin1').on('data', (chunk: string) => {
        answer += chunk;
        if (!isWhole(answer)) return;
        if (!answer.startsWith('HTTP/1.1 200')) reject(new Error(`Not counted: ${answer.slice(0, 200)}`));
        const now = performance.now();
        times.push(now - sentAt);
        answer = '';
        if (now - startedAt < ms) send();
        else socket.destroy();
      });
      socket.on('error', reject).on('close', () => resolve());
      send();
    });
  const stopNapping = startNapping();
  await Promise.all(Array.from({ length: connections }, converse)).finally(stopNapping);
  const seconds = (performance.now() - startedAt) / 1000;
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { answers: times.length, perSecond: times.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** Naps once in every turn of this thread's event loop. */
function startNapping(): () => void {
  const never = new Int32Array(new SharedArrayBuffer(4));
  let turn = setImmediate(function napAgain() {
    Atomics.wait(never, 0, 0, nap);
    turn = setImmediate(napAgain);
  });
  return () => clearImmediate(turn);
}

/** Is the answer there, as far as its Content-Length says? */
function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /^content-length: (\d+)/im.exec(answer.slice(0, end))?.[1];
  return length !== undefined && answer.length >= end + 4 + Number(length);
}
