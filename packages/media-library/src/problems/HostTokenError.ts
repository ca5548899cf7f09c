/** The host's own `getHostToken` failed; `cause` is what it threw. */
export class HostTokenError extends Error {
  override readonly name = 'HostTokenError';
  readonly code = 'host_token_failed';

  constructor(cause: unknown) {
    super('getHostToken rejected, so nobody can be signed in to Kaltura', { cause });
  }
}
