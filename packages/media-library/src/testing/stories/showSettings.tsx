import type { StoryContext } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import type { LibraryTheme } from '../../parts/LibraryRoot.tsx';
import { KalturaProvider } from '../../provider/KalturaProvider.tsx';
import { KalturaSettings, type KalturaSettingsProps } from '../../settings/KalturaSettings.tsx';
import { kalturaOf } from './enterStory.ts';

/** The settings bring their own root and stand in a page of the host's. */
export const settingsParameters = { root: false } as const;

/** How a story of the settings is rendered: for its hub, as the toolbars say. */
export function showSettings(
  settings: KalturaSettingsProps,
  context: Pick<StoryContext, 'loaded' | 'globals'>,
): ReactElement {
  const { hub, userId, access } = kalturaOf(context);
  return (
    <main className="story-pad">
      <KalturaProvider
        hub={hub}
        userId={userId}
        {...access}
        theme={context.globals['theme'] as LibraryTheme}
        locale={context.globals['locale'] as string}
      >
        <KalturaSettings {...settings} />
      </KalturaProvider>
    </main>
  );
}
