import type { Hub, Persona } from '../src/host/wire.ts';

/** The three hubs of the demo and their plans. Only the first two have the Kaltura integration. */
export const hubs: readonly Hub[] = [
  {
    id: 'atelier-nord',
    name: 'Atelier Nord',
    plan: 'enterprise',
    hue: 205,
    about: 'An art studio. In Kaltura, everybody finds only their own media.',
  },
  {
    id: 'universite-delta',
    name: 'Université Delta',
    plan: 'university',
    hue: 285,
    about: 'A university. In Kaltura, everybody finds all media of the account.',
  },
  {
    id: 'pixel-garden',
    name: 'Pixel Garden',
    plan: 'starter',
    hue: 140,
    about: 'A small collective. Kaltura is not part of its plan.',
  },
];

/** Whom one can be in the demo. Their Kaltura user ids are their e-mail addresses. */
export const personas: readonly Persona[] = [
  {
    id: 'ada',
    name: 'Ada Lindqvist',
    email: 'ada@atelier-nord.example',
    role: 'hub_admin',
    hub: 'atelier-nord',
    alsoIn: [],
    about: 'Runs the hub and curates its shows.',
  },
  {
    id: 'bruno',
    name: 'Bruno Keller',
    email: 'bruno@atelier-nord.example',
    role: 'participant',
    hub: 'atelier-nord',
    alsoIn: [],
    about: 'Films in 360° and records sounds.',
  },
  {
    id: 'chiara',
    name: 'Chiara Ricci',
    email: 'chiara@atelier-nord.example',
    role: 'participant',
    hub: 'atelier-nord',
    alsoIn: ['universite-delta', 'pixel-garden'],
    about: 'Photographs, sees none of Bruno’s media, and is in all three hubs.',
  },
  {
    id: 'dinah',
    name: 'Dinah Moreau',
    email: 'dinah@universite-delta.example',
    role: 'participant',
    hub: 'universite-delta',
    alsoIn: [],
    about: 'Teaches, with the media of the whole university.',
  },
  {
    id: 'emil',
    name: 'Emil Sørensen',
    email: 'emil@pixel-garden.example',
    role: 'participant',
    hub: 'pixel-garden',
    alsoIn: [],
    about: 'Builds with shapes and links.',
  },
];

export function findHub(id: string): Hub | undefined {
  return hubs.find((hub) => hub.id === id);
}

/** All hubs somebody is in, their home first. */
export const hubsOf = ({ hub, alsoIn }: Persona): readonly string[] => [hub, ...alsoIn];

export function findPersona(id: string): Persona | undefined {
  return personas.find((persona) => persona.id === id);
}
