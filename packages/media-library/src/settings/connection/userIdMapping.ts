/** From what a person's Kaltura user id is made, as it is typed. */
export interface UserIdMapping {
  readonly mapping: 'email' | 'local_part' | 'claim';
  /** Name of the claim; kept while another way is chosen. */
  readonly claim: string;
}

/** As the exchange stores it: `email`, `local_part` or `claim:<name>`. */
export const toUserIdMapping = ({ mapping, claim }: UserIdMapping): string =>
  mapping === 'claim' ? `claim:${claim.trim()}` : mapping;

export function readUserIdMapping(stored: string): UserIdMapping {
  if (stored.startsWith('claim:')) return { mapping: 'claim', claim: stored.slice('claim:'.length) };
  return { mapping: stored === 'local_part' ? 'local_part' : 'email', claim: '' };
}

export const isClaimName = (claim: string): boolean => /^[A-Za-z_][A-Za-z0-9_.:/-]{0,63}$/.test(claim.trim());
