/** An address in a message for people, without the password that it may hold. */
export const quoteUrl = (text: string): string => `"${text.replace(/\/\/[^/?#]*@/, '//…@')}"`;
