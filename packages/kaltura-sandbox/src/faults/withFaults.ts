import { corsHeaders } from '../protocol/respond.ts';
import { ConnectionReset } from './ConnectionReset.ts';
import type { Fault } from './FaultPlan.ts';

/** Answers whose body may end in a `ConnectionReset`: hosts with real connections look here. */
export const brittle: WeakSet<Response> = new WeakSet();

/** Lets an answer suffer from faults of the transport: those before the work instead of it, those after it upon its answer. */
export async function withFaults(faults: readonly Fault[], work: () => Promise<Response>): Promise<Response> {
  for (const fault of faults) {
    const instead = await before(fault);
    if (instead) return instead;
  }
  let response = await work();
  for (const fault of faults) response = await after(fault, response);
  return response;
}

/** Reads a request as far as a fault lets it come, then breaks the connection. */
export async function breakOff(request: Request, faults: readonly Fault[]): Promise<void> {
  const fault = faults.find((item) => item.kind === 'reset' && item.when === 'during');
  if (fault?.kind !== 'reset' || fault.when !== 'during') return;
  let read = 0;
  for await (const piece of request.body ?? []) {
    read += piece.byteLength;
    if (read >= fault.bytes) break;
  }
  throw new ConnectionReset();
}

async function before(fault: Fault): Promise<Response | undefined> {
  if (fault.kind === 'latency') await wait(fault.ms);
  if (fault.kind === 'reset' && fault.when === 'before') throw new ConnectionReset();
  if (fault.kind === 'html') return page(fault.status ?? 200);
  if (fault.kind === 'status' && fault.when !== 'after') return bare(fault.status, fault.retryAfter);
  return undefined;
}

async function after(fault: Fault, response: Response): Promise<Response> {
  if (fault.kind === 'reset' && fault.when === 'after') throw new ConnectionReset();
  if (fault.kind === 'status' && fault.when === 'after') return bare(fault.status, fault.retryAfter);
  if (fault.kind === 'truncate') return inPieces(response, (body) => truncated(body, fault.bytes));
  if (fault.kind === 'slowDrip') return inPieces(response, (body) => dripping(body, fault.bytes, fault.everyMs));
  return response;
}

function page(status: number): Response {
  const body =
    '<!DOCTYPE html>\n<html><head><title>One moment</title></head><body><h1>We will be right back</h1></body></html>\n';
  return new Response(body, { status, headers: { ...corsHeaders, 'Content-Type': 'text/html; charset=utf-8' } });
}

function bare(status: number, retryAfter: number | undefined): Response {
  const headers = new Headers({ ...corsHeaders, 'Content-Type': 'text/plain' });
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  return new Response(`${status}\n`, { status, headers });
}

/** The whole length is promised, so that the receiver can tell when something is missing. */
async function inPieces(
  response: Response,
  pieces: (body: Uint8Array<ArrayBuffer>) => AsyncGenerator<Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  const body = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.set('Content-Length', String(body.length));
  const iterator = pieces(body);
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(error);
      }
    },
  });
  const piecemeal = new Response(stream, { status: response.status, headers });
  brittle.add(piecemeal);
  return piecemeal;
}

async function* truncated(body: Uint8Array<ArrayBuffer>, bytes?: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield body.slice(0, bytes ?? Math.floor(body.length / 2));
  // What was sent should leave before the connection breaks.
  await wait(20);
  throw new ConnectionReset();
}

async function* dripping(
  body: Uint8Array<ArrayBuffer>,
  bytes: number,
  everyMs: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < body.length; at += Math.max(1, bytes)) {
    if (at > 0) await wait(everyMs);
    yield body.slice(at, at + Math.max(1, bytes));
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
