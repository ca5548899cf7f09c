import type { Decorator } from '@storybook/react-vite';
import { useEffect, type ReactElement, type ReactNode } from 'react';

/**
 * The host's page around a story: direction, scheme, and a place of the chosen width. `parameters.page`: `fill` gives
 * the story the window's height, as a dialog would; the default leaves it its own.
 */
export const withPage: Decorator = (Story, { parameters, globals }) => (
  <Page
    theme={globals['theme'] as string}
    direction={globals['direction'] as string}
    width={globals['width'] as string}
    fill={parameters['page'] === 'fill'}
  >
    <Story />
  </Page>
);

interface PageProps {
  theme: string;
  direction: string;
  width: string;
  fill: boolean;
  children: ReactNode;
}

function Page({ theme, direction, width, fill, children }: PageProps): ReactElement {
  useEffect(() => {
    document.documentElement.dir = direction;
    document.documentElement.dataset['theme'] = theme;
  }, [direction, theme]);
  return (
    <div className="story-page" data-width={width} data-fill={fill}>
      {children}
    </div>
  );
}
