import { createStaticSessionSource } from '@spaces-kaltura/client';
import type { StoryContext } from '@storybook/react-vite';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { LibraryTheme } from '../../parts/LibraryRoot.tsx';
import { KalturaProvider } from '../../provider/KalturaProvider.tsx';
import { kalturaOf } from './enterStory.ts';
import { serviceUrl, type StoryKaltura } from './StoryKaltura.ts';

type Globals = Pick<StoryContext, 'globals'>;

const hub = { id: 'atelier-nord', name: 'Atelier Nord' };

/** A provider that nobody asks anything of, with the toolbars' theme and locale. */
export function StillHost({ globals, children }: Globals & { children: ReactNode }): ReactElement {
  const session = useMemo(
    () => createStaticSessionSource({ ks: 'x', serviceUrl, partnerId: 102, userId: 'ada@atelier-nord.example' }),
    [],
  );
  return (
    <KalturaProvider hub={hub} userId="ada@atelier-nord.example" session={session} {...looks(globals)}>
      {children}
    </KalturaProvider>
  );
}

/** A provider before the story's Kaltura. */
export function LiveHost({
  context,
  children,
}: {
  context: Pick<StoryContext, 'loaded' | 'globals'>;
  children: ReactNode;
}): ReactElement {
  const kaltura: StoryKaltura = kalturaOf(context);
  return (
    <KalturaProvider hub={kaltura.hub} userId={kaltura.userId} {...kaltura.access} {...looks(context.globals)}>
      {children}
    </KalturaProvider>
  );
}

const looks = (globals: StoryContext['globals']): { theme: LibraryTheme; locale: string } => ({
  theme: globals['theme'] as LibraryTheme,
  locale: globals['locale'] as string,
});
