import * as v from 'valibot';
import {
  ConfigSchema,
  PersonaSchema,
  SpaceListSchema,
  SpaceSchema,
  TokenSchema,
  type Config,
  type NewItem,
  type Persona,
  type Space,
} from './wire.ts';

/** The host server refused or could not be reached; `message` is a sentence for people. */
export class HostError extends Error {
  override name = 'HostError';
}

/** The page's way to its own small server. Every call throws {@link HostError} when it fails. */
export const hostApi = {
  config: (signal?: AbortSignal): Promise<Config> => call(ConfigSchema, 'GET', 'config', { signal }),
  signIn: (persona: string): Promise<Persona> => call(PersonaSchema, 'POST', 'session', { body: { persona } }),
  /** Proves once more who is there: writing secrets needs a fresh sign-in. */
  confirm: (): Promise<unknown> => call(v.unknown(), 'POST', 'session/confirm'),
  signOut: (): Promise<unknown> => call(v.unknown(), 'DELETE', 'session'),
  token: async ({
    signal,
    ...body
  }: {
    hub: string;
    entryId?: string | undefined;
    signal: AbortSignal;
  }): Promise<string> => (await call(TokenSchema, 'POST', 'token', { body, signal })).token,
  spaces: async (signal?: AbortSignal): Promise<Space[]> =>
    (await call(SpaceListSchema, 'GET', 'spaces', { signal })).spaces,
  hang: (space: string, items: NewItem[]): Promise<Space> =>
    call(SpaceSchema, 'POST', `spaces/${space}/items`, { body: { items } }),
  takeDown: (space: string, item: string): Promise<Space> =>
    call(SpaceSchema, 'DELETE', `spaces/${space}/items/${item}`),
};

async function call<TOutput>(
  schema: v.GenericSchema<unknown, TOutput>,
  method: string,
  path: string,
  { body, signal }: { body?: unknown; signal?: AbortSignal | undefined } = {},
): Promise<TOutput> {
  const response = await fetch(`/host/${path}`, {
    method,
    signal: signal ?? null,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    if (signal?.aborted === true) throw cause;
    throw new HostError('Spaces cannot be reached right now.', { cause });
  });
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok) {
    const problem = v.safeParse(v.object({ message: v.string() }), answer);
    throw new HostError(problem.success ? problem.output.message : 'Spaces could not do that.');
  }
  return v.parse(schema, answer);
}
