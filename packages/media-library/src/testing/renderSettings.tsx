import { QueryClient } from '@tanstack/react-query';
import { render, screen, type RenderOptions, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { KalturaProvider } from '../provider/KalturaProvider.tsx';
import { KalturaSettings, type KalturaSettingsProps } from '../settings/KalturaSettings.tsx';
import type { TestHub } from './createTestHub.ts';

export interface RenderedSettings extends RenderResult {
  readonly user: UserEvent;
  /** Everything in the cache, as somebody would see it who inspects or persists it. */
  readonly cached: () => string;
  /** Presses the button of this name, once it is there. */
  readonly press: (name: string | RegExp) => Promise<void>;
  /** Pastes an answer of Kaltura into the first field for it, or into a later one. */
  readonly paste: (answer: string, at?: number) => Promise<void>;
}

/** The settings in StrictMode, for Ada, before the hub's real exchange; `wrapper`: the host's page around them. */
export function renderSettings(
  hub: TestHub,
  settings: KalturaSettingsProps = {},
  wrapper?: RenderOptions['wrapper'],
): RenderedSettings {
  const user = userEvent.setup();
  const queryClient = new QueryClient();
  const { exchangeUrl, getHostToken, fetch, serviceUrl } = hub;
  const services = [{ url: serviceUrl, name: 'Test Kaltura' }];
  const view = render(
    <StrictMode>
      <KalturaProvider
        hub={{ id: 'atelier-nord', name: 'Atelier Nord' }}
        userId="ada"
        exchangeUrl={exchangeUrl}
        getHostToken={getHostToken}
        fetch={fetch}
        queryClient={queryClient}
      >
        <KalturaSettings services={services} {...settings} />
      </KalturaProvider>
    </StrictMode>,
    { wrapper },
  );
  return {
    ...view,
    user,
    cached: () =>
      JSON.stringify([
        queryClient
          .getQueryCache()
          .getAll()
          .map(({ queryKey, state }) => [queryKey, state]),
        queryClient
          .getMutationCache()
          .getAll()
          .map(({ state }) => state),
      ]),
    press: async (name) => user.click(await screen.findByRole('button', { name })),
    async paste(answer, at = 0) {
      const field = (await screen.findAllByLabelText('Paste Kaltura’s answer'))[at];
      if (!field) throw new Error(`There is no field ${at} to paste into`);
      await user.click(field);
      await user.paste(answer);
    },
  };
}
