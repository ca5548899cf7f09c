import type { StoryContext } from '@storybook/react-vite';
import type { Sandbox } from '@spaces-kaltura/sandbox';
import type { HttpHandler } from 'msw';
import type { StoryKaltura } from './StoryKaltura.ts';

type Entered = Pick<StoryContext, 'loaded'>;

/** Puts a Kaltura behind the worker, with `instead` answering before it: for a story's `beforeEach`. */
export function enterStory(
  context: Entered & Pick<StoryContext, 'msw'>,
  kaltura: StoryKaltura,
  ...instead: readonly HttpHandler[]
): void {
  context.msw.use(...instead, ...kaltura.handlers);
  context.loaded['kaltura'] = kaltura;
}

/** The Kaltura that `enterStory` put there. */
export function kalturaOf({ loaded }: Entered): StoryKaltura {
  const kaltura = loaded['kaltura'] as StoryKaltura | undefined;
  if (!kaltura) throw new TypeError('This story has no Kaltura: call enterStory in its beforeEach.');
  return kaltura;
}

export function sandboxOf(context: Entered): Sandbox {
  const { sandbox } = kalturaOf(context);
  if (!sandbox) throw new TypeError('Nobody gets as far as Kaltura in this story.');
  return sandbox;
}
