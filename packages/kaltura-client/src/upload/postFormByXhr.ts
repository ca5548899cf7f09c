import { unlessAborted } from '../api/unlessAborted.ts';
import { NetworkError, UpstreamError } from '../errors.ts';
import { postFormByFetch, type FormAnswer, type FormPost, type PostForm } from './postForm.ts';
import { sendByXhr } from './sendByXhr.ts';

/** What is small enough needs no watch over its progress. */
const SMALL_BYTES = 64 * 1024;

/** URLs that have answered themselves, and not failed since; and those that are asked just now, once for all chunks. */
const direct = new Set<string>();
const proofs = new Map<string, Promise<void>>();
/** URLs for which the browser has sent its preflight, and those for which it is about to. */
const preflighted = new Set<string>();
const preflights = new Map<string, Promise<void>>();

const byFetch = postFormByFetch();

/**
 * With `XMLHttpRequest`: only it tells how far a body has been sent, which is what a chunk's pace is learned from and how a
 * dead connection is told from a slow one. It follows redirects, though, with the KS and the bytes, and nothing in a page
 * can forbid that. So nothing is sent by it to a URL before `fetch`, which can refuse them, has seen that this URL answers
 * itself; and an answer from elsewhere is an error, after which the URL has to show it again. A server that begins to
 * redirect in between gets the chunks that are under way; only the page's `connect-src` policy keeps these from strangers.
 */
export const postFormByXhr: PostForm = async (post) => {
  const { url, bytes, signal } = post;
  if (!direct.has(url) && bytes <= SMALL_BYTES) {
    // A first chunk is small: it shows it itself.
    const answer = await byFetch(post);
    direct.add(url);
    return answer;
  }
  if (!direct.has(url)) await unlessAborted(prove(post), signal);
  try {
    return await afterOnePreflight(post);
  } catch (error) {
    if (error instanceof NetworkError || error instanceof UpstreamError) direct.delete(url);
    throw error;
  }
};

/** Asks without a KS and without bytes; any answer will do. Chunks that leave do not end it for the others. */
function prove({ url, stallMs }: FormPost): Promise<void> {
  const form = new FormData();
  form.append('format', '1');
  const { signal } = new AbortController();
  const proof =
    proofs.get(url) ??
    byFetch({ url, form, bytes: 0, stallMs, signal })
      .then(() => void direct.add(url))
      .finally(() => proofs.delete(url));
  proofs.set(url, proof);
  return proof;
}

/** Chunks that begin side by side would each have a preflight: one goes first, the others wait until it moves. */
async function afterOnePreflight(post: FormPost): Promise<FormAnswer> {
  const { url, signal } = post;
  for (let other = preflights.get(url); other !== undefined; other = preflights.get(url)) {
    await unlessAborted(other, signal);
  }
  if (preflighted.has(url)) return sendByXhr(post, () => {});
  const { promise, resolve } = Promise.withResolvers<void>();
  preflights.set(url, promise);
  const over = (): void => {
    preflights.delete(url);
    resolve();
  };
  const moves = (): void => {
    preflighted.add(url);
    over();
  };
  return sendByXhr(post, moves).finally(over);
}
