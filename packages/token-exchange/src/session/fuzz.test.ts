import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTestExchange } from '../testing/createTestExchange.ts';

const user = { id: 'ana@uni.example', status: 1, createdAt: 0 };
const session = {
  ks: 'djJ8',
  partnerId: 102,
  sessionType: 0,
  userId: 'ana@uni.example',
  expiry: 4_000_000_000,
  privileges: '',
};
const exception = { objectType: 'KalturaAPIException', code: 'INVALID_KS', message: 'x', args: { KSID: 'EXPIRED' } };

/** Something like an answer of Kaltura: a good one with a few members replaced by anything, or anything at all. */
const answers = fc.oneof(
  fc.json(),
  fc.string(),
  fc
    .tuple(
      fc.constantFrom<object>(user, session, exception),
      fc.dictionary(fc.constantFrom(...Object.keys({ ...user, ...session, ...exception })), fc.jsonValue()),
    )
    .map(([answer, changes]) => JSON.stringify({ ...answer, ...changes })),
);

describe('whatever Kaltura answers', () => {
  it('becomes a session for the right person or a problem of the catalogue, never a crash', async () => {
    const steps = fc.constantFrom('session.startWidgetSession', 'appToken.startSession', 'user.get');
    await fc.assert(
      fc.asyncProperty(steps, answers, fc.constantFrom(200, 200, 200, 404, 500), async (step, text, status) => {
        const test = await createTestExchange();
        test.intercept = (action) => (action === step ? new Response(text, { status }) : undefined);
        const { body } = await test.session();
        expect(body.code).not.toBe('internal');
        expect(body.code ?? body.kaltura.user_id.toLowerCase()).toMatch(
          /^(?:ana@uni\.example|upstream_\w+|connection_misconfigured|email_ambiguous|kaltura_user_blocked|session_pool_killed)$/,
        );
        await test.exchange.close();
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
