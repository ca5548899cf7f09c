import type { Endpoint } from './Endpoint.ts';

/** What is under one path. */
export interface Route {
  readonly path: string;
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  /** Their methods, as the header `Allow` names them. */
  readonly allow: string;
}

/** Finds what is under the path of a URL. A path that is spelled in another way, such as with escapes, is another path. */
export function createRoutes(endpoints: readonly Endpoint[]): (url: string) => Route | undefined {
  const routes = new Map<string, Route>();
  for (const [path, methods] of Map.groupBy(endpoints, (endpoint) => endpoint.path)) {
    const byMethod = new Map<string, Endpoint>(methods.map((endpoint) => [endpoint.method, endpoint]));
    routes.set(path, { path, endpoints: byMethod, allow: [...byMethod.keys()].join(', ') });
  }
  return (url) => routes.get(pathOf(url));
}

/** Parsing the URL would cost more than everything else it takes to find an endpoint. */
const pathOf = (url: string): string => /^https?:\/\/[^/]*([^?#]*)/.exec(url)?.[1] ?? '';
