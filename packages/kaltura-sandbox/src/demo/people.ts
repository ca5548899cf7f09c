/** Whose entries the demo accounts hold. The first ones upload most. */
export const people: { enterprise: readonly Person[]; university: readonly Person[] } = {
  enterprise: [
    person('ada@atelier-nord.example', 'Ada', 'Lindqvist', 5),
    person('bruno@atelier-nord.example', 'Bruno', 'Keller', 4),
    person('chiara@atelier-nord.example', 'Chiara', 'Ricci', 3),
    person('studio@atelier-nord.example', 'Studio', 'Atelier Nord', 1),
  ],
  university: [
    person('dinah@universite-delta.example', 'Dinah', 'Moreau', 3),
    person('n.okafor@universite-delta.example', 'Ngozi', 'Okafor', 4),
    person('media.service@universite-delta.example', 'Media', 'Service', 3),
    person('zoe.lambert@universite-delta.example', 'Zoé', 'Lambert', 2),
    person('p.vandenberg@universite-delta.example', 'Pieter', 'van den Berg', 1),
  ],
};

export interface Person {
  /** Kaltura user id and e-mail address in one. */
  id: string;
  firstName: string;
  lastName: string;
  /** How often, in proportion, an entry is theirs. */
  share: number;
}

function person(id: string, firstName: string, lastName: string, share: number): Person {
  return { id, firstName, lastName, share };
}
