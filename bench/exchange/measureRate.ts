import { connect } from 'node:net';

export interface Rate {
  answers: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** Sends requests over 32 kept connections, one at a time on each, and counts answers with status 200. */
export async function measureRate(target: { url: string; requests: readonly string[] }, ms: number): Promise<Rate> {
  const { hostname, port } = new URL(target.url);
  const requests = target.requests.map((request) => Buffer.from(request));
  const times: number[] = [];
  const startedAt = performance.now();
  let next = 0;

  const connection = async (): Promise<void> => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let sentAt = 0;
    const send = (): void => {
      sentAt = performance.now();
      next = (next + 1) % requests.length;
      socket.write(requests[next] ?? '');
    };
    send();
    let answer = '';
    for await (const chunk of socket) {
      answer += (chunk as Buffer).toString('latin1');
      if (!isWhole(answer)) continue;
      if (!answer.startsWith('HTTP/1.1 200')) throw new Error(`Not counted: ${answer.slice(0, 200)}`);
      times.push(performance.now() - sentAt);
      answer = '';
      if (performance.now() - startedAt >= ms) break;
      send();
    }
  };
  await Promise.all(Array.from({ length: 32 }, connection));
  const seconds = (performance.now() - startedAt) / 1000;
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { answers: times.length, perSecond: times.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** Is the answer there, as far as its Content-Length says? */
function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /^content-length: (\d+)/im.exec(answer.slice(0, end))?.[1];
  return length !== undefined && answer.length >= end + 4 + Number(length);
}
