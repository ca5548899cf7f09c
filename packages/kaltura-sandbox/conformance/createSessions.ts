import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { decodeKs, encodeKs, type KsFields } from '../src/session/ks.ts';
import type { Names } from './Names.ts';
import type { Exchange, Recording } from './Recording.ts';
import type { Target } from './Target.ts';

/** The sessions of a conversation: minted when the recording names one, learned when the server answers one. */
export interface Sessions {
  /** The KS of a named session, as of this server. */
  ks(name: string, shift: number): string;
  /** Answers what is wrong with a KS the server gave, if anything. */
  learn(name: string, actual: string, shift: number): string | undefined;
  /** False when the exchange needs an account that the target does not have. */
  canHold(exchange: Exchange): boolean;
}

export function createSessions(recording: Recording, target: Target, names: Names): Sessions {
  const known = new Map<string, string>();

  function secretOf(partnerId: number): string | undefined {
    return [102, 103].map((id) => target.account(id)).find((account) => account?.id === partnerId)?.adminSecret;
  }

  return {
    ks(name, shift) {
      const present = known.get(name);
      if (present !== undefined) return present;
      const facts = recording.sessions[name];
      const owner = facts && target.account(facts.partner);
      if (!facts || !owner) throw new TypeError(`The conversation names a session "${name}" that is not there.`);
      const fields = {
        partnerId: owner.id,
        type: facts.type,
        userId: facts.user,
        expiry: recording.start + shift + (facts.expiry ?? 86_400),
        privileges: names.translate(facts.privileges ?? ''),
      };
      const secret = facts.secret === 'user' ? owner.userSecret : owner.adminSecret;
      const made = facts.version === 1 ? encodeV1(fields, secret) : encodeKs(fields, secret);
      known.set(name, made);
      return made;
    },

    learn(name, actual, shift) {
      const present = known.get(name);
      if (present !== undefined) return present === actual ? undefined : 'another KS than before';
      known.set(name, actual);
      const facts = recording.sessions[name];
      const fields = decodeKs(actual, secretOf);
      if (!fields) return 'not a KS of this account';
      if (!facts) return undefined;
      const late = facts.expiry === undefined ? 0 : Math.abs(fields.expiry - shift - recording.start - facts.expiry);
      const isSame =
        fields.type === facts.type &&
        fields.userId === facts.user &&
        fields.privileges === names.translate(facts.privileges ?? '');
      // A widget KS may have been answered from the cache, with an older life.
      return isSame && (late <= target.tolerance || facts.user === '0') ? undefined : JSON.stringify(fields);
    },

    canHold(exchange) {
      const mentioned = JSON.stringify(exchange).matchAll(/<<(?:ks |hash \w+\|)([^>|]*)/g);
      return [...mentioned].every(([, name = '']) => {
        const facts = recording.sessions[name];
        return !facts || target.account(facts.partner) !== undefined;
      });
    },
  };
}

function encodeV1({ partnerId, expiry, type, userId, privileges }: KsFields, secret: string): string {
  const info = `${partnerId};${partnerId};${expiry};${type};12345.1;${userId};${privileges};;`;
  return btoa(`${bytesToHex(sha1(utf8ToBytes(secret + info)))}|${info}`);
}
