import type { Decorator } from '@storybook/react-vite';
import type { ReactElement, ReactNode } from 'react';
import { MessagesContext } from '../packages/media-library/src/messages/useMessages.ts';
import { useCatalogue } from '../packages/media-library/src/messages/useCatalogue.ts';
import { LibraryRoot, type LibraryTheme } from '../packages/media-library/src/parts/LibraryRoot.tsx';

/**
 * Parts stand in a root with the toolbars' theme and locale. A story that brings its own (everything below a
 * `KalturaProvider`) says `parameters: { root: false }` and reads `globals` itself.
 */
export const withLibraryRoot: Decorator = (Story, { parameters, globals }) => {
  if (parameters['root'] === false) return <Story />;
  return (
    <Root theme={globals['theme'] as LibraryTheme} locale={globals['locale'] as string}>
      <Story />
    </Root>
  );
};

function Root({ theme, locale, children }: { theme: LibraryTheme; locale: string; children: ReactNode }): ReactElement {
  const messages = useCatalogue(locale);
  return (
    <MessagesContext value={messages}>
      <LibraryRoot theme={theme} locale={locale}>
        {children}
      </LibraryRoot>
    </MessagesContext>
  );
}
