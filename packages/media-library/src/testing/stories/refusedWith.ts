import { exchangeErrors, type ExchangeErrorCode } from '@spaces-kaltura/client/exchange';
import { http, HttpResponse } from 'msw';
import { exchangeUrl, type StoryKaltura } from './StoryKaltura.ts';

/** A hub whose token exchange answers every request for a session with this error (RFC 9457). */
export function refusedWith(code: ExchangeErrorCode): StoryKaltura {
  const { status, retriable, nextStep, fixBy } = exchangeErrors[code];
  const problem = {
    type: `${exchangeUrl}/errors/${code}`,
    title: code,
    status,
    code,
    retriable,
    next_step: nextStep,
    fix_by: fixBy,
    instance: 'urn:request:01JD4B9Z7Q',
  };
  return {
    hub: { id: 'pixel-garden', name: 'Pixel Garden' },
    userId: 'emil@pixel-garden.example',
    access: { exchangeUrl, getHostToken: () => Promise.resolve('host-token') },
    handlers: [
      http.post(`${exchangeUrl}/v1/kaltura-session`, () =>
        HttpResponse.json(problem, { status, headers: { 'Content-Type': 'application/problem+json' } }),
      ),
    ],
  };
}
