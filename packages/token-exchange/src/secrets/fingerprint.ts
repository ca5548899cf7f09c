import { createHmac, type KeyObject } from 'node:crypto';
import type { Secret } from './Secret.ts';

/**
 * Eight hexadecimal digits that tell two secrets apart and say nothing about them: an HMAC whose key is derived from the
 * key the secret is sealed with, so that a guess cannot be tried without that key.
 */
export function fingerprint(secret: Secret, key: KeyObject): string {
  const pepper = createHmac('sha256', key).update('spaces-kaltura fingerprint 1').digest();
  return createHmac('sha256', pepper).update(secret.reveal()).digest('hex').slice(0, 8);
}
