import { useId, useRef } from 'react';
import { PageLink } from '../host/PageLink.tsx';
import type { Hub, Persona } from '../host/wire.ts';
import { Avatar } from './Avatar.tsx';
import { tint } from './tint.ts';

/** Who I am, and a way to become somebody else. */
export function PersonaMenu({
  persona,
  personas,
  hubs,
  onAccount,
  onSwitch,
  onSignOut,
}: {
  persona: Persona;
  personas: readonly Persona[];
  hubs: readonly Hub[];
  onAccount: () => void;
  onSwitch: (persona: string) => void;
  onSignOut: () => void;
}) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  return (
    <div className="persona-menu">
      <button type="button" className="persona-menu__button" popoverTarget={id} aria-label={`${persona.name}: switch`}>
        <Avatar name={persona.name} />
        <span className="persona-menu__name" aria-hidden="true">
          {persona.name.split(' ')[0]}
        </span>
      </button>
      <div ref={menu} id={id} popover="auto" className="persona-menu__list">
        <p className="persona-menu__now">
          <strong>{persona.name}</strong>
          <span>{persona.email}</span>
        </p>
        <PageLink
          path="/account"
          className="persona-menu__account"
          onGo={() => {
            menu.current?.hidePopover();
            onAccount();
          }}
        >
          Your account
        </PageLink>
        <ul>
          {personas
            .filter((other) => other.id !== persona.id)
            .map((other) => ({ ...other, hub: hubs.find((hub) => hub.id === other.hub) }))
            .map((other) => (
              <li key={other.id} style={tint(other.hub?.hue ?? 0)}>
                <button type="button" className="persona-menu__item" onClick={() => onSwitch(other.id)}>
                  <Avatar name={other.name} />
                  <span className="person__words">
                    <span className="person__name">{other.name}</span>
                    <span className="person__about">{other.hub?.name}</span>
                  </span>
                </button>
              </li>
            ))}
        </ul>
        <button type="button" className="button button--wide" onClick={onSignOut}>
          Leave
        </button>
      </div>
    </div>
  );
}
