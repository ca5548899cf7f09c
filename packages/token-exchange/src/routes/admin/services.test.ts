import type { ServicesAnswer } from '@spaces-kaltura/client/exchange';
import { expect, test } from 'vitest';
import { createTestExchange } from '../../testing/createTestExchange.ts';

test('tells a hub admin which Kaltura services may be chosen, and nobody else', async () => {
  const allowedServiceUrls = ['https://kaltura.example', 'https://www.kaltura.com/'];
  const exchange = await createTestExchange({ appToken: null, allowedServiceUrls });
  const { status, body } = await exchange.admin<ServicesAnswer>('GET services');
  expect([status, body]).toEqual([200, { service_urls: ['https://kaltura.example', 'https://www.kaltura.com'] }]);
  expect((await exchange.admin('GET services', { claims: { role: 'participant' } })).body.code).toBe('role_required');
});
