'use client';
import type { ReactElement } from 'react';
import type { Hub } from '../provider/KalturaScope.ts';

/** The hubs by their names, until what is said of them has been loaded, and on a server. */
export function LoadingAccount({ hubs }: { hubs: readonly Hub[] }): ReactElement {
  return (
    <div className="sk-account" aria-busy="true">
      {hubs.map(({ id, name }) => (
        <section key={id} className="sk-account-hub" data-status="loading">
          <h2 className="sk-account-head">
            <bdi>{name}</bdi>
          </h2>
        </section>
      ))}
    </div>
  );
}
