/** What the secret of an App Token was entered for. It goes nowhere else: with any of these changed it is entered again. */
export interface SecretBinding {
  serviceUrl: string;
  partnerId: number;
  tokenId: string;
  hashType: string;
}

export const isSameBinding = (one: SecretBinding, other: SecretBinding): boolean =>
  one.serviceUrl === other.serviceUrl &&
  one.partnerId === other.partnerId &&
  one.tokenId === other.tokenId &&
  one.hashType === other.hashType;
