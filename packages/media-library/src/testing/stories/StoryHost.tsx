import { useState, type ReactElement } from 'react';
import { FromKalturaTab, type FromKalturaTabProps } from '../../from-kaltura/FromKalturaTab.tsx';
import type { OnImport } from '../../hooks/useImport.ts';
import type { LibraryTheme } from '../../parts/LibraryRoot.tsx';
import { noPreferences } from '../../preferences/Preferences.ts';
import { KalturaProvider } from '../../provider/KalturaProvider.tsx';
import type { StoryKaltura } from './StoryKaltura.ts';

export interface StoryHostProps {
  kaltura: StoryKaltura;
  theme: LibraryTheme;
  locale: string;
  tab: FromKalturaTabProps;
}

/** The host around the tab: it signs people in, and its space keeps what is imported. */
export function StoryHost({ kaltura, theme, locale, tab }: StoryHostProps): ReactElement {
  const { hub, userId, access } = kaltura;
  const [space, setSpace] = useState<readonly string[]>([]);
  const onImport: OnImport = async (references) => {
    await tab.onImport(references);
    setSpace((ids) => [...ids, ...references.map(({ entryId }) => entryId)]);
  };
  return (
    <KalturaProvider
      hub={hub}
      userId={userId}
      {...access}
      theme={theme}
      locale={locale}
      // A story begins as its file says, whatever somebody clicked in the one before.
      preferences={noPreferences}
    >
      <FromKalturaTab {...tab} onImport={onImport} importedIds={space} />
    </KalturaProvider>
  );
}
