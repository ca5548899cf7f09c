import { render, screen, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { StrictMode, type ReactElement } from 'react';
import { vi, type Mock } from 'vitest';
import { FromKalturaTab, type FromKalturaTabProps } from '../from-kaltura/FromKalturaTab.tsx';
import type { OnImport } from '../hooks/useImport.ts';
import { KalturaProvider, type KalturaProviderProps } from '../provider/KalturaProvider.tsx';
import { ada, type TestAccount } from './createTestAccount.ts';

export const hub = { id: 'atelier-nord', name: 'Atelier Nord' };

export interface RenderedTab extends RenderResult {
  readonly user: UserEvent;
  readonly onImport: Mock<OnImport>;
  /** Renders the same tab again with other properties. */
  readonly update: (provider: Partial<KalturaProviderProps>, tab?: Partial<FromKalturaTabProps>) => void;
}

/** The whole tab in StrictMode, signed in as Ada. */
export function renderTab(
  account: TestAccount,
  provider: Partial<KalturaProviderProps> = {},
  tab: Partial<FromKalturaTabProps> = {},
): RenderedTab {
  const onImport = vi.fn<OnImport>();
  const own = {
    hub,
    userId: ada,
    fetch: account.fetch,
    ...(!provider.session && !provider.exchangeUrl && { session: account.session(ada) }),
  };
  const element = (more: Partial<KalturaProviderProps>, moreTab: Partial<FromKalturaTabProps>): ReactElement => (
    <StrictMode>
      <KalturaProvider {...({ ...own, ...provider, ...more } as KalturaProviderProps)}>
        <FromKalturaTab onImport={onImport} {...tab} {...moreTab} />
      </KalturaProvider>
    </StrictMode>
  );
  const view = render(element({}, {}));
  return {
    ...view,
    user: userEvent.setup(),
    onImport,
    update: (more, moreTab = {}) => view.rerender(element(more, moreTab)),
  };
}

/** The name of an entry as its cell shows it. */
const nameIn = (cell: HTMLElement): string => cell.querySelector('.sk-name')?.textContent ?? '';

/** The names of the entries in view, in order. */
export const shownNames = (): string[] => screen.queryAllByRole('gridcell').map(nameIn);
/** The names of the chosen ones among them. */
export const selectedNames = (): string[] => screen.queryAllByRole('gridcell', { selected: true }).map(nameIn);
export const entryCell = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('gridcell', { name });
export const searchField = (): HTMLElement => screen.getByRole('searchbox');
