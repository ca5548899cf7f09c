import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { StrictMode, type ReactElement, type ReactNode } from 'react';
import { KalturaProvider, type KalturaProviderProps } from '../provider/KalturaProvider.tsx';
import { ada, type TestAccount } from './createTestAccount.ts';

export const hub = { id: 'atelier-nord', name: 'Atelier Nord' };

export interface Rendered extends RenderResult {
  readonly user: UserEvent;
  /** Renders again with other properties of the provider, or other children. */
  readonly update: (provider: Partial<KalturaProviderProps>, children?: ReactNode) => void;
}

/** Components below a provider, in StrictMode, signed in as Ada. */
export function renderWith(
  account: TestAccount,
  children: ReactNode,
  provider: Partial<KalturaProviderProps> = {},
): Rendered {
  const own = {
    hub,
    userId: ada,
    fetch: account.fetch,
    ...(!provider.session && !provider.exchangeUrl && { session: account.session(ada) }),
  };
  const element = (more: Partial<KalturaProviderProps>, shown: ReactNode): ReactElement => (
    <StrictMode>
      <KalturaProvider {...({ ...own, ...provider, ...more } as KalturaProviderProps)}>{shown}</KalturaProvider>
    </StrictMode>
  );
  const view = render(element({}, children));
  return {
    ...view,
    user: userEvent.setup({ applyAccept: false }),
    update: (more, shown = children) => view.rerender(element(more, shown)),
  };
}
