import { appTokenParams } from '@spaces-kaltura/client/exchange';
import type { StoryContext } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { patience } from './find.ts';

type Stage = Pick<StoryContext, 'canvas' | 'userEvent'>;

/** What Kaltura answers to `appToken.add`. */
export const pastedAnswer = (change: object = {}): string =>
  JSON.stringify({
    id: '0_n1e2w3t4',
    token: '0123456789abcdef0123456789abcdef',
    partnerId: 4711,
    status: 2,
    ...appTokenParams('editor', { kind: 'own' }),
    ...change,
  });

export async function press({ canvas, userEvent }: Stage, name: string | RegExp): Promise<void> {
  await userEvent.click(await canvas.findByRole('button', { name }, patience));
}

/** Goes by hand as far as to the fields. */
export async function toAnswerStep(stage: Stage): Promise<void> {
  await stage.userEvent.click(await stage.canvas.findByRole('radio', { name: 'By hand' }, patience));
  await press(stage, 'Continue');
  await press(stage, 'I have the answer');
}

/** Pastes into the first field for it, or into the second one. */
export async function paste({ canvas, userEvent }: Stage, text: string, at = 0): Promise<void> {
  const field = (await canvas.findAllByLabelText('Paste Kaltura’s answer', {}, patience))[at];
  if (!field) throw new Error(`There is no field ${at} to paste into`);
  await userEvent.click(field);
  await userEvent.paste(text);
}

/** Signs in to Kaltura, which opens the account when there is only one. */
export async function signIn({ canvas, userEvent }: Stage): Promise<void> {
  await userEvent.type(await canvas.findByLabelText('E-mail address in Kaltura', {}, patience), 'kim@uni.example');
  await userEvent.type(canvas.getByLabelText('Password in Kaltura'), 'Passw0rd!23');
  await press({ canvas, userEvent }, 'Sign in to Kaltura');
}

/** Waits until this step is the open one. */
export async function reachStep({ canvas }: Pick<Stage, 'canvas'>, title: RegExp): Promise<void> {
  const heading = await canvas.findByRole('heading', { name: title }, patience);
  await waitFor(() => expect(heading).toHaveFocus(), patience);
}
