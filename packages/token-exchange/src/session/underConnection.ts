import { andThen } from '../andThen.ts';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import { isReadable, type Connection } from '../storage/Connection.ts';
import type { ConnectionStore } from '../storage/createConnectionStore.ts';

/** So many changes of one connection during one request are somebody's mistake. */
const mostChanges = 3;

/**
 * Does something under the hub's connection, at once where that is possible. Whoever removes, pauses or changes the
 * connection while Kaltura is being asked is heard: the work is done again under what there is then, so that nobody gets a
 * session of a connection that is gone. Throws `not_connected`, `secret_unreadable`, `connection_paused`.
 */
export function underConnection<TResult>(
  connections: Pick<ConnectionStore, 'get'>,
  hub: string,
  work: (connection: Connection) => Promise<TResult> | TResult,
  changes = 0,
): Promise<TResult> | TResult {
  return andThen(usableConnection(connections, hub), (connection) => {
    const result = work(connection);
    if (!(result instanceof Promise)) return result;
    return result.then(async (done) => {
      const { id, version } = await usableConnection(connections, hub);
      if (id === connection.id && version === connection.version) return done;
      if (changes >= mostChanges) throw new ExchangeProblem('upstream_unavailable');
      return underConnection(connections, hub, work, changes + 1);
    });
  });
}

function usableConnection(connections: Pick<ConnectionStore, 'get'>, hub: string): Promise<Connection> | Connection {
  return andThen(connections.get(hub), (connection) => {
    if (connection === undefined) throw new ExchangeProblem('not_connected');
    if (!isReadable(connection)) throw new ExchangeProblem('secret_unreadable');
    if (connection.pausedSince !== null) throw new ExchangeProblem('connection_paused');
    return connection;
  });
}
