import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { KalturaAccountStatus } from './KalturaAccountStatus.tsx';

test('renders the hubs by their names on a server, without a window and without a call', () => {
  expect(globalThis).not.toHaveProperty('window');
  const fetch = vi.fn<() => Promise<Response>>();
  const getHostToken = vi.fn<() => Promise<string>>();
  const hubs = [
    { id: 'atelier-nord', name: 'Atelier Nord' },
    { id: 'universite-delta', name: 'Université Delta' },
  ];
  const props = { exchangeUrl: 'https://exchange.test', getHostToken, hubs, userId: 'ada', fetch };
  const html = renderToString(createElement(KalturaAccountStatus, props));
  expect(html).toContain('aria-busy="true"');
  expect(html).toContain('Atelier Nord');
  expect(html).toContain('Université Delta');
  expect(fetch).not.toHaveBeenCalled();
  expect(getHostToken).not.toHaveBeenCalled();
});
