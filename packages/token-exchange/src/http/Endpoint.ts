import type { HostRole, HostToken } from '../hostToken/HostToken.ts';

/** One method on one path: who may call it and what it does. */
export type Endpoint = OpenEndpoint | PersonalEndpoint;

interface EndpointAddress {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
}

/** Needs no host token. */
export interface OpenEndpoint extends EndpointAddress {
  readonly roles: null;
  readonly run: (request: Request) => Promise<Answer> | Answer;
}

/** Needs a host token of an entitled plan with one of these roles. */
export interface PersonalEndpoint extends EndpointAddress {
  readonly roles: readonly HostRole[];
  readonly run: (request: Request, hostToken: HostToken) => Promise<Answer> | Answer;
}

/** What an endpoint answers; headers common to all are added later. */
export interface Answer {
  status: number;
  /** Becomes JSON. */
  body: object | null;
  headers?: Record<string, string>;
}
