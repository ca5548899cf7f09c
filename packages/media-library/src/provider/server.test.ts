import { createStaticSessionSource } from '@spaces-kaltura/client';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { FromKalturaTab, KalturaProvider, KalturaUploader, UploadTray } from '../index.ts';
import { KalturaSettings } from '../settings.ts';

const person = { hub: { id: 'atelier-nord', name: 'Atelier Nord' }, userId: 'ada@atelier-nord.example' };

test('renders on a server, without a window and without a call', () => {
  expect(globalThis).not.toHaveProperty('window');
  expect(globalThis).not.toHaveProperty('document');
  const fetch = vi.fn<() => Promise<Response>>();
  const tab = createElement(FromKalturaTab, { onImport: () => {} });
  const html = renderToString(
    createElement(
      KalturaProvider,
      { ...person, exchangeUrl: 'https://exchange.test', getHostToken: async () => 'token', fetch },
      tab,
    ),
  );
  expect(html).toContain('role="grid"');
  expect(html).toContain('aria-busy="true"');
  expect(fetch).not.toHaveBeenCalled();
});

test('the settings render on a server as what holds their place, without a call', () => {
  const fetch = vi.fn<() => Promise<Response>>();
  const access = { exchangeUrl: 'https://exchange.test', getHostToken: async () => 'token', fetch };
  const html = renderToString(
    createElement(KalturaProvider, { ...person, ...access }, createElement(KalturaSettings, {})),
  );
  expect(html).toContain('aria-busy="true"');
  expect(fetch).not.toHaveBeenCalled();
});

test('a session given by the host is not asked on a server either', () => {
  const session = createStaticSessionSource({
    ks: 'secret',
    serviceUrl: 'https://kaltura.test',
    partnerId: 102,
    userId: person.userId,
  });
  const get = vi.spyOn(session, 'get');
  const html = renderToString(
    createElement(KalturaProvider, { ...person, session }, createElement(FromKalturaTab, { onImport: () => {} })),
  );
  expect(html).not.toContain('secret');
  expect(get).not.toHaveBeenCalled();
});

test('uploader and tray render on a server: a place that is held, and nothing of other people', () => {
  const session = createStaticSessionSource({
    ks: 'secret',
    serviceUrl: 'https://kaltura.test',
    partnerId: 102,
    userId: person.userId,
  });
  const get = vi.spyOn(session, 'get');
  const page = (): string =>
    renderToString(
      createElement(
        KalturaProvider,
        { ...person, session },
        createElement(KalturaUploader, {}),
        createElement(UploadTray, {}),
      ),
    );
  const html = page();
  expect(html).toContain('aria-busy="true"');
  expect(html).toContain('role="status"');
  expect(page()).toBe(html);
  expect(get).not.toHaveBeenCalled();
});
