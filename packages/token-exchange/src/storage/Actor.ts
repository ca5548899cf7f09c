import type { HostToken } from '../hostToken/HostToken.ts';

/** Who made a change: a person of the host, the host app itself, the operator, or the exchange when a time was over. */
export type Actor =
  | { readonly kind: 'person'; readonly subject: string; readonly name: string | null }
  | { readonly kind: 'host' | 'operator' | 'exchange' };

/** The person of a host token, with the name the host gives them: ids alone tell nobody who it was. */
export const personOf = ({ subject, email, otherClaims }: HostToken): Actor => ({
  kind: 'person',
  subject,
  name: otherClaims.get('name')?.slice(0, 200) ?? email,
});
