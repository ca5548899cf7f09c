import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { vi, type Mock } from 'vitest';
import { FromKalturaTab, type FromKalturaTabProps } from '../from-kaltura/FromKalturaTab.tsx';
import type { OnImport } from '../hooks/useImport.ts';
import type { KalturaProviderProps } from '../provider/KalturaProvider.tsx';
import type { TestAccount } from './createTestAccount.ts';
import { renderWith, type Rendered } from './renderWith.tsx';

export { hub } from './renderWith.tsx';

export interface RenderedTab extends Omit<Rendered, 'update'> {
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
  const element = (more: Partial<FromKalturaTabProps>): ReactElement => (
    <FromKalturaTab onImport={onImport} {...tab} {...more} />
  );
  const view = renderWith(account, element({}), provider);
  return { ...view, onImport, update: (more, moreTab = {}) => view.update(more, element(moreTab)) };
}

/** The name of an entry as its cell shows it. */
const nameIn = (cell: HTMLElement): string => cell.querySelector('.sk-name')?.textContent ?? '';

/** The names of the entries in view, in order. */
export const shownNames = (): string[] => screen.queryAllByRole('gridcell').map(nameIn);
/** The names of the chosen ones among them. */
export const selectedNames = (): string[] => screen.queryAllByRole('gridcell', { selected: true }).map(nameIn);
export const entryCell = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('gridcell', { name });
export const searchField = (): HTMLElement => screen.getByRole('searchbox');
