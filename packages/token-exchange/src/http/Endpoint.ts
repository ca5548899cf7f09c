import type { ExchangeErrorCode } from '@spaces-kaltura/client/exchange';
import type * as v from 'valibot';
import type { HostRole, HostToken } from '../hostToken/HostToken.ts';

/** One method on one path: what it is for, who may call it, what goes in and out, and what it does. */
export type Endpoint = OpenEndpoint | PersonalEndpoint;

/** Checks what crosses the wire, and describes it in the OpenAPI document. */
export type WireSchema = v.GenericSchema<unknown, unknown>;

export interface EndpointDescription {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** What it is for, in a sentence without a full stop. */
  readonly summary: string;
  /** The JSON body. Left out: it takes none. */
  readonly body?: WireSchema;
  /** May the body be left out? */
  readonly bodyIsOptional?: boolean;
  /** The query parameters: a schema of an object of texts. */
  readonly query?: WireSchema;
  /** Has it to do with something that has a version: answered in `ETag`, named by `If-Match` or `If-None-Match` to change it? */
  readonly isVersioned?: boolean;
  /** Its answers by status when all went well; null: one without a body. */
  readonly answers: Readonly<Record<number, WireSchema | null>>;
  /** Codes of the error catalogue it answers with, besides those of `commonErrors`. */
  readonly errors: readonly ExchangeErrorCode[];
}

/** Needs no host token. */
export interface OpenEndpoint extends EndpointDescription {
  readonly roles: null;
  readonly run: (request: Request) => Promise<Answer> | Answer;
}

/** Needs a host token with one of these roles, of an entitled plan. */
export interface PersonalEndpoint extends EndpointDescription {
  readonly roles: readonly HostRole[];
  /** Only takes away, or shows what there is to take away: a hub whose plan has no Kaltura any more can still do that. */
  readonly isForAnyPlan?: boolean;
  /** Changes a hub's settings: only from a page of the host, and each host token only once. */
  readonly isAdminWrite?: boolean;
  readonly run: (request: Request, hostToken: HostToken) => Promise<Answer> | Answer;
}

/** What an endpoint answers; headers common to all are added later. */
export interface Answer {
  status: number;
  /** An object becomes JSON; a text stays one. */
  body: object | string | null;
  headers?: Record<string, string>;
}
