import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import type { Hub, Persona } from '../src/host/wire.ts';

export interface HostTokenStatement {
  persona: Persona;
  hub: Hub;
  /** When they last proved who they are, in Unix seconds. */
  authTime: number;
  /** Kaltura entries of others that this person may play. */
  entries?: readonly string[];
}

export interface HostTokenSigner {
  issuer: string;
  audience: string;
  /** The public half, for the token exchange to verify with. */
  publicKey: JWK;
  /** A signed statement about one person in one hub, good for two minutes and one audience. */
  sign(statement: HostTokenStatement): Promise<string>;
}

/** Signs host tokens with an ES256 key made for this run: a restart of the demo invalidates every token of the last one. */
export async function createHostTokenSigner(options: { issuer: string; audience: string }): Promise<HostTokenSigner> {
  const { issuer, audience } = options;
  const kid = `demo-${randomUUID().slice(0, 8)}`;
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  return {
    issuer,
    audience,
    publicKey: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' },
    sign: ({ persona, hub, authTime, entries = [] }) =>
      new SignJWT({
        hub: hub.id,
        plan: hub.plan,
        role: persona.hub === hub.id ? persona.role : 'participant',
        email: persona.email,
        email_verified: true,
        name: persona.name,
        auth_time: authTime,
        ...(entries.length > 0 && { entries }),
      })
        .setProtectedHeader({ alg: 'ES256', kid, typ: 'spaces-kaltura+jwt' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(persona.id)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime('2m')
        .sign(privateKey),
  };
}
