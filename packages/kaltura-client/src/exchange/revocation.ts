import * as v from 'valibot';

/**
 * Body of `POST /v1/revocations`, with which a host app says what became of its people. `revoke` ends the sessions of a
 * person, or of everybody in the hub, until `readmit`. `release` frees the Kaltura user of a person who is gone, so that the
 * same person, made anew in the host app under another `sub`, can have it. Persons are named by their `sub`.
 */
export type RevocationInput =
  | { action: 'revoke' | 'readmit'; person: string }
  | { action: 'revoke' | 'readmit'; everybody: true }
  | { action: 'release'; person: string };

const person = v.pipe(v.string(), v.minLength(1), v.maxLength(128), v.regex(/^[^\p{C}\p{Z}]+$/u));
const action = v.picklist(['revoke', 'readmit']);

export const revocationInputSchema: v.GenericSchema<unknown, RevocationInput> = v.union([
  v.strictObject({ action, person }),
  v.strictObject({ action, everybody: v.literal(true) }),
  v.strictObject({ action: v.literal('release'), person }),
]);
