import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import * as v from 'valibot';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { HostToken } from '../hostToken/HostToken.ts';
import type { KeyRing } from '../secrets/keyRing.ts';
import { Secret } from '../secrets/Secret.ts';
import type { GuidedSession } from './GuidedSession.ts';

/** Whose handle it is: no other hub and no other person can open it. */
export type HandleOwner = Pick<HostToken, 'hub' | 'issuer' | 'subject'>;

/** A session as a text that says nothing to anybody else: AES-256-GCM under a key of its own made from the key ring. */
export function sealHandle(session: GuidedSession, owner: HandleOwner, keyRing: KeyRing): string {
  const kid = keyRing.current;
  const key = keyRing.get(kid);
  if (key === undefined) throw new Error('The current key is not in the key ring.');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', handleKey(key), nonce).setAAD(associatedData(owner));
  const plain = JSON.stringify({ ...session, ks: session.ks.reveal() } satisfies v.InferOutput<typeof contentSchema>);
  const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${kid}.${sealed.toString('base64url')}`;
}

/** Opens what `sealHandle` made. Throws `guided_expired` when it is over, somebody else's, or was changed. */
export function openHandle(handle: string, owner: HandleOwner, keyRing: KeyRing, now: number): GuidedSession {
  const content = v.safeParse(contentSchema, decrypt(handle, owner, keyRing));
  if (!content.success || now >= content.output.expiresAt) throw new ExchangeProblem('guided_expired');
  return { ...content.output, ks: new Secret(content.output.ks) };
}

function decrypt(handle: string, owner: HandleOwner, keyRing: KeyRing): unknown {
  const [kid = '', text = ''] = handle.split('.');
  const key = keyRing.get(kid);
  const bytes = Buffer.from(text, 'base64url');
  if (key === undefined || bytes.length < 28) throw new ExchangeProblem('guided_expired');
  try {
    const nonce = bytes.subarray(0, 12);
    const decipher = createDecipheriv('aes-256-gcm', handleKey(key), nonce, { authTagLength: 16 });
    decipher.setAAD(associatedData(owner)).setAuthTag(bytes.subarray(-16));
    return JSON.parse(decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8'));
  } catch (error) {
    throw new ExchangeProblem('guided_expired', { cause: error });
  }
}

const contentSchema = v.strictObject({
  id: v.string(),
  serviceUrl: v.string(),
  partnerId: v.number(),
  ks: v.string(),
  mayEnd: v.boolean(),
  isUserless: v.boolean(),
  expiresAt: v.number(),
  chosen: v.nullable(v.number()),
});

/** The key ring's own keys wrap data keys; what is encrypted here is another kind of thing and has another key. */
const handleKey = (key: KeyObject): Buffer => Buffer.from(hkdfSync('sha256', key, '', 'spaces-kaltura guided 1', 32));

/** JSON keeps neighbouring fields apart: no two owners have the same text. */
const associatedData = ({ hub, issuer, subject }: HandleOwner): Buffer =>
  Buffer.from(JSON.stringify(['guided', hub, issuer, subject]));
