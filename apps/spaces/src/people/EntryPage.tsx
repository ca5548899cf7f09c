import type { ReactNode } from 'react';
import type { Hub, Persona } from '../host/wire.ts';
import { Avatar } from './Avatar.tsx';
import { tint } from './tint.ts';

const PLANS: Record<Hub['plan'], string> = {
  starter: 'Starter plan',
  enterprise: 'Enterprise plan',
  university: 'University plan',
};

/** The front door of the demo: everybody one can be, by hub. */
export function EntryPage({
  hubs,
  personas,
  onChoose,
  themeButton,
}: {
  hubs: readonly Hub[];
  personas: readonly Persona[];
  onChoose: (persona: string) => void;
  themeButton: ReactNode;
}) {
  return (
    <div className="entry">
      <div className="entry__corner">{themeButton}</div>
      <main className="entry__main">
        <header className="entry__header">
          <img className="entry__logo" src="/favicon.svg" alt="" width="56" height="56" />
          <h1>Spaces</h1>
          <p>Rooms to hang your media in, and to walk through together. Whom do you want to be?</p>
        </header>
        <div className="entry__hubs">
          {hubs.map((hub) => (
            <section key={hub.id} className="hub-card" style={tint(hub.hue)} aria-labelledby={`hub-${hub.id}`}>
              <header className="hub-card__header">
                <span className="plan">{PLANS[hub.plan]}</span>
                <h2 id={`hub-${hub.id}`}>{hub.name}</h2>
                <p>{hub.about}</p>
              </header>
              <ul className="hub-card__people">
                {personas
                  .filter((persona) => persona.hub === hub.id)
                  .map((persona) => (
                    <li key={persona.id}>
                      <button type="button" className="person" onClick={() => onChoose(persona.id)}>
                        <Avatar name={persona.name} />
                        <span className="person__words">
                          <span className="person__name">{persona.name}</span>
                          <span className="person__about">{persona.about}</span>
                        </span>
                        <span className="person__role">
                          {persona.role === 'hub_admin' ? 'Hub admin' : 'Participant'}
                        </span>
                      </button>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
        <p className="entry__foot">
          A demo: nobody has a password, and the media come from a Kaltura sandbox on this machine.
        </p>
      </main>
    </div>
  );
}
