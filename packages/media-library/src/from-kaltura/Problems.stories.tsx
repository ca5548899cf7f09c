import type { Meta, StoryObj } from '@storybook/react-vite';
import { http, HttpResponse } from 'msw';
import { expect, fn, spyOn } from 'storybook/test';
import { enterStory, sandboxOf } from '../testing/stories/enterStory.ts';
import { findCells, findHeading } from '../testing/stories/find.ts';
import { openAtelier } from '../testing/stories/openLibrary.ts';
import { refusedWith } from '../testing/stories/refusedWith.ts';
import { serviceUrl } from '../testing/stories/StoryKaltura.ts';
import { showTab, tabParameters } from '../testing/stories/showTab.tsx';
import { FromKalturaTab } from './FromKalturaTab.tsx';

/** Whatever keeps the library from view: what happened, what to do next, and a retry where it can help. */
const meta: Meta<typeof FromKalturaTab> = {
  title: 'From Kaltura/Problems',
  component: FromKalturaTab,
  parameters: { ...tabParameters },
  args: { onImport: fn() },
  render: showTab,
};
export default meta;

type Story = StoryObj<typeof FromKalturaTab>;

/** A web page where Kaltura should be: a load balancer's, or a captive portal's. */
export const ErrorView: Story = {
  async beforeEach(context) {
    const kaltura = await openAtelier(60);
    kaltura.sandbox.faults.add({ service: 'media', fault: { kind: 'html' } });
    enterStory(context, kaltura);
  },
  async play({ canvas }) {
    await findHeading(canvas, 'Kaltura sent something unreadable');
    await expect(canvas.getByRole('alert')).toBeInTheDocument();
    await expect(canvas.getByRole('searchbox')).toBeInTheDocument();
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeEnabled();
  },
};

/** Kaltura is down, and comes back: the retry shows the library. */
export const ErrorRecovers: Story = {
  async beforeEach(context) {
    const kaltura = await openAtelier(60);
    kaltura.sandbox.faults.add({ service: 'media', fault: { kind: 'status', status: 500 } });
    enterStory(context, kaltura);
  },
  async play(context) {
    const { canvas, userEvent } = context;
    await findHeading(canvas, 'Kaltura does not answer');
    sandboxOf(context).faults.clear();
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await findCells(canvas);
    await expect(canvas.queryByRole('alert')).not.toBeInTheDocument();
  },
};

/** The person may not list media; trying again would not help. */
export const Forbidden: Story = {
  async beforeEach(context) {
    const refusal = {
      code: 'SERVICE_FORBIDDEN',
      message: 'The access to service [media->list] is forbidden',
      objectType: 'KalturaAPIException',
      args: { SERVICE: 'media', ACTION: 'list' },
    };
    const refuse = http.post(`${serviceUrl}/api_v3/service/media/*`, () => HttpResponse.json(refusal));
    enterStory(context, await openAtelier(30), refuse);
  },
  async play({ canvas }) {
    await findHeading(canvas, 'Kaltura does not allow this');
    await expect(canvas.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  },
};

/** No network: it comes back by itself as soon as there is one. */
export const Offline: Story = {
  async beforeEach(context) {
    const cable = spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    enterStory(
      context,
      await openAtelier(30),
      http.all(`${serviceUrl}/*`, () => HttpResponse.error()),
    );
    return () => cable.mockRestore();
  },
  async play({ canvas }) {
    await findHeading(canvas, 'You are offline');
    await expect(canvas.queryByRole('grid')).not.toBeInTheDocument();
  },
};

export const BackOnline: Story = {
  async beforeEach(context) {
    const cable = spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const unplugged = http.all(`${serviceUrl}/*`, () => (navigator.onLine ? undefined : HttpResponse.error()));
    enterStory(context, await openAtelier(60), unplugged);
    return () => cable.mockRestore();
  },
  async play({ canvas }) {
    await findHeading(canvas, 'You are offline');
    spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    await findCells(canvas);
  },
};

export const NotConnected: Story = {
  beforeEach(context) {
    enterStory(context, refusedWith('not_connected'));
  },
  async play({ canvas }) {
    await findHeading(canvas, 'This hub is not connected to Kaltura yet');
    await expect(canvas.queryByRole('searchbox')).not.toBeInTheDocument();
  },
};

export const LockedByPlan: Story = {
  beforeEach(context) {
    enterStory(context, refusedWith('plan_not_entitled'));
  },
  async play({ canvas }) {
    await findHeading(canvas, 'Kaltura is not part of this hub’s plan');
    await expect(canvas.getByText(/Enterprise and University plans/)).toBeInTheDocument();
    await expect(canvas.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  },
};

/** The person can mend this one, then try again. */
export const EmailNotVerified: Story = {
  beforeEach(context) {
    enterStory(context, refusedWith('email_not_verified'));
  },
  async play({ canvas }) {
    await findHeading(canvas, 'Your e-mail address is not confirmed yet');
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeEnabled();
  },
};

/** The hub admin can mend this one; the reference helps the support to find out what happened. */
export const Misconfigured: Story = {
  beforeEach(context) {
    enterStory(context, refusedWith('connection_misconfigured'));
  },
  async play({ canvas }) {
    await findHeading(canvas, 'The connection to Kaltura is set up wrongly');
    await expect(canvas.getByText('Reference for support: 01JD4B9Z7Q')).toBeInTheDocument();
  },
};
