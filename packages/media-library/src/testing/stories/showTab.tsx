import type { StoryContext } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import type { FromKalturaTabProps } from '../../from-kaltura/FromKalturaTab.tsx';
import type { LibraryTheme } from '../../parts/LibraryRoot.tsx';
import { kalturaOf } from './enterStory.ts';
import { StoryHost } from './StoryHost.tsx';

/**
 * The tab fills the window as it would fill a dialog, and brings its own root. A story spreads it: beside a name Storybook would
 * add its own parameters as a second member, which replaces the first.
 */
export const tabParameters = { page: 'fill', root: false } as const;

/** How a story of the tab is rendered: before its Kaltura, as the toolbars say. */
export const showTab = (tab: FromKalturaTabProps, context: Pick<StoryContext, 'loaded' | 'globals'>): ReactElement => (
  <StoryHost
    kaltura={kalturaOf(context)}
    theme={context.globals['theme'] as LibraryTheme}
    locale={context.globals['locale'] as string}
    tab={tab}
  />
);
