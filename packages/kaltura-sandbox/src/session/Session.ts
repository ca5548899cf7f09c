import type { KsFields } from './ks.ts';
import { Privileges } from './Privileges.ts';

export type SessionKind = 'none' | 'widget' | 'user' | 'admin';

/** On whose behalf a call is made. */
export interface Session {
  kind: SessionKind;
  /** The KS as it was sent; empty without one. */
  ks: string;
  /** 0 without a KS. */
  partnerId: number;
  /** As the KS says, uncut; empty for a session without a user. */
  userId: string;
  expiry: number;
  privileges: Privileges;
}

export const noSession: Session = {
  kind: 'none',
  ks: '',
  partnerId: 0,
  userId: '',
  expiry: 0,
  privileges: new Privileges(''),
};

/** A widget session is a USER session that says `widget:1`. */
export function toSession(ks: string, fields: KsFields): Session {
  const privileges = new Privileges(fields.privileges);
  const kind =
    fields.type === 2 ? 'admin' : privileges.has('widget') && ['', '0'].includes(fields.userId) ? 'widget' : 'user';
  return { kind, ks, partnerId: fields.partnerId, userId: fields.userId, expiry: fields.expiry, privileges };
}
