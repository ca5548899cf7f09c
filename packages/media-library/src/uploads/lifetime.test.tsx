import { act, screen, waitFor, within } from '@testing-library/react';
import * as fakes from 'fake-indexeddb';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exchangeFor } from '../testing/exchangeFor.ts';
import { ada, bruno, createTestAccount, type TestAccount } from '../testing/createTestAccount.ts';
import { hub, renderWith } from '../testing/renderWith.tsx';
import { picture } from '../testing/sampleUploads.ts';
import { holdChunks, upload, uploadRow } from '../testing/uploadsOf.ts';
import { KalturaUploader } from '../uploader/KalturaUploader.tsx';
import { UploadTray } from '../uploader/UploadTray.tsx';

const big = (name: string): File => picture(name, { padding: 300_000 });

beforeEach(() => {
  for (const [name, fake] of Object.entries(fakes)) vi.stubGlobal(name, fake);
  vi.stubGlobal('indexedDB', new fakes.IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const uploadCalls = (account: TestAccount): number =>
  account.calls().filter(({ name }) => name.toLowerCase() === 'uploadtoken.upload').length;

/** Would the browser ask before it leaves the page? */
const asksBeforeLeaving = (): boolean => {
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
};

function Host({ dialog }: { dialog: boolean }): ReactElement {
  return (
    <>
      {dialog && <KalturaUploader showUploads={false} />}
      <UploadTray />
    </>
  );
}

test('the tray goes on when the dialog in which the file was chosen is closed', async () => {
  const account = createTestAccount();
  const view = renderWith(account, <Host dialog />);
  const chunks = holdChunks(account, 2);
  await upload(view, big('Hall.jpg'));
  await waitFor(() => expect(chunks.held()).toBeGreaterThan(0));
  view.update({}, <Host dialog={false} />);
  expect(screen.queryByRole('button', { name: 'Choose files' })).not.toBeInTheDocument();
  expect(await uploadRow('Hall')).toHaveAttribute('data-status', 'uploading');
  chunks.letGo();
  await within(await uploadRow('Hall')).findByText('Ready');
  expect(await account.entries()).toHaveLength(1);
});

test('where the browser keeps nothing, a reload is warned of as long as it would cost something', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const account = createTestAccount();
  const view = renderWith(account, <Host dialog />);
  const chunks = holdChunks(account, 2);
  await upload(view, big('Hall.jpg'));
  await screen.findByText(/^This browser keeps nothing here/);
  chunks.letGo();
  await within(await uploadRow('Hall')).findByText('Ready');
  expect(screen.queryByText(/^This browser keeps nothing here/)).not.toBeInTheDocument();
});

test('where it keeps records, nothing is warned of', async () => {
  const account = createTestAccount();
  const view = renderWith(account, <Host dialog />);
  const chunks = holdChunks(account, 2);
  await upload(view, big('Hall.jpg'));
  await waitFor(() => expect(chunks.held()).toBeGreaterThan(0));
  expect(screen.queryByText(/^This browser keeps nothing here/)).not.toBeInTheDocument();
});

test('an upload is paused, goes on, and is cancelled without leaving anything', async () => {
  const account = createTestAccount();
  const view = renderWith(account, <Host dialog />);
  const chunks = holdChunks(account, 2);
  await upload(view, big('Hall.jpg'));
  await waitFor(() => expect(chunks.held()).toBeGreaterThan(0));
  await view.user.click(screen.getByRole('button', { name: 'Pause Hall' }));
  const hall = within(await uploadRow('Hall'));
  expect(hall.getByText(/^Paused at \d+%$/)).toBeInTheDocument();
  await view.user.click(hall.getByRole('button', { name: 'Resume Hall' }));
  await hall.findByRole('button', { name: 'Pause Hall' });
  await view.user.click(hall.getByRole('button', { name: 'Cancel Hall' }));
  expect(hall.getByText('Cancelled. Nothing of it stays in Kaltura.')).toBeInTheDocument();
  expect(await account.entries()).toEqual([]);
  await view.user.click(hall.getByRole('button', { name: 'Remove Hall from this list' }));
  expect(screen.queryByText('Hall')).not.toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Uploads to Kaltura' })).not.toBeInTheDocument();
});

test('the page asks before it is left, only while something is being uploaded', async () => {
  const account = createTestAccount();
  const view = renderWith(account, <Host dialog />);
  expect(asksBeforeLeaving()).toBe(false);
  const chunks = holdChunks(account, 2);
  await upload(view, big('Hall.jpg'));
  await waitFor(() => expect(chunks.held()).toBeGreaterThan(0));
  expect(asksBeforeLeaving()).toBe(true);
  await view.user.click(screen.getByRole('button', { name: 'Pause Hall' }));
  expect(asksBeforeLeaving()).toBe(false);
  await view.user.click(screen.getByRole('button', { name: 'Resume Hall' }));
  expect(asksBeforeLeaving()).toBe(true);
  chunks.letGo();
  await within(await uploadRow('Hall')).findByText('Ready');
  expect(asksBeforeLeaving()).toBe(false);
});

test('two providers of the same person share the uploads, and one that is mounted again finds them', async () => {
  const account = createTestAccount();
  const session = account.session(ada);
  const first = renderWith(account, <KalturaUploader showUploads={false} />, { session });
  const second = renderWith(account, <UploadTray />, { session });
  const chunks = holdChunks(account, 2);
  await upload(first, big('Hall.jpg'));
  await waitFor(() => expect(chunks.held()).toBeGreaterThan(0));
  await uploadRow('Hall');
  first.unmount();
  second.unmount();
  await act(async () => {});
  const before = uploadCalls(account);

  chunks.letGo();
  const again = renderWith(account, <UploadTray />, { session });
  await within(await uploadRow('Hall')).findByText('Ready');
  expect(uploadCalls(account)).toBeGreaterThan(before);
  expect(await account.entries()).toHaveLength(1);
  again.unmount();
});

test('while nobody is mounted nothing is sent', async () => {
  const account = createTestAccount();
  const view = renderWith(account, <Host dialog />);
  const chunks = holdChunks(account, 2);
  await upload(view, big('Hall.jpg'));
  await waitFor(() => expect(chunks.held()).toBeGreaterThan(0));
  view.unmount();
  await act(async () => {});
  const underWay = account.calls().filter(({ name }) => name.toLowerCase() === 'uploadtoken.upload');
  expect(underWay.at(-1)?.signal.aborted).toBe(true);
  expect(await account.entries()).toEqual([]);
  expect(asksBeforeLeaving()).toBe(false);
});

test('another person sees nothing of it and holds nothing of it; its owner finds it when they are back', async () => {
  const account = createTestAccount();
  const adas = account.session(ada);
  const view = renderWith(account, <Host dialog />, { session: adas });
  const chunks = holdChunks(account, 2);
  const file = big('Hall.jpg');
  await upload(view, file);
  await waitFor(() => expect(chunks.held()).toBeGreaterThan(0));

  view.update({ userId: bruno, session: account.session(bruno) });
  expect(screen.queryByText('Hall')).not.toBeInTheDocument();
  await screen.findByRole('button', { name: 'Choose files' });
  expect(screen.queryByText('Hall')).not.toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Uploads to Kaltura' })).not.toBeInTheDocument();
  chunks.letGo();

  view.update({ userId: ada, session: account.session(ada) });
  const hall = within(await uploadRow('Hall'));
  expect(
    hall.getByText(/^Choose Hall.jpg again to go on from \d+%\. It stays possible for 7 days\.$/),
  ).toBeInTheDocument();
  const input = (await uploadRow('Hall')).querySelector('input') as HTMLInputElement;
  await view.user.upload(input, picture('Hall.jpg', { padding: 300_000, width: 401 }));
  expect(await hall.findByRole('alert')).toHaveTextContent(/^That is another file\./);
  await view.user.upload(input, file);
  await hall.findByText('Ready');
  expect(await account.entries()).toMatchObject([{ name: 'Hall', userId: ada }]);
});

test('files whose turn had not come are there after their owner was away, and are chosen again in one go', async () => {
  const account = createTestAccount();
  const view = renderWith(account, <Host dialog />, { session: account.session(ada) });
  const chunks = holdChunks(account, 1);
  const files = ['One', 'Two', 'Three', 'Four'].map((name, index) =>
    picture(`${name}.jpg`, { padding: 300_000 + index }),
  );
  await upload(view, ...files);
  await waitFor(() => expect(chunks.held()).toBeGreaterThan(1));
  expect(await screen.findAllByText('Waits for its turn')).toHaveLength(2);

  view.update({ userId: bruno, session: account.session(bruno) });
  await screen.findByRole('button', { name: 'Choose files' });
  chunks.letGo();
  view.update({ userId: ada, session: account.session(ada) });
  await screen.findByText(/^Choose Three.jpg again to upload it from its start/);
  const input = await screen.findByLabelText('Choose the 4 files again', { selector: 'input' });
  await view.user.upload(input, [...files.toReversed(), picture('Five.jpg')]);
  for (const name of ['One', 'Two', 'Three', 'Four']) await within(await uploadRow(name)).findByText('Ready');
  expect((await account.entries()).map(({ name }) => name).sort()).toEqual(['Four', 'One', 'Three', 'Two']);
});

test('the same person in another hub and back: it rested meanwhile and goes on by itself', async () => {
  const account = createTestAccount();
  const view = renderWith(account, <Host dialog />, exchangeFor(account, ada).access);
  const chunks = holdChunks(account, 2);
  await upload(view, big('Hall.jpg'));
  await waitFor(() => expect(chunks.held()).toBeGreaterThan(0));
  view.update({ hub: { id: 'delta', name: 'Delta' } });
  expect(screen.queryByText('Hall')).not.toBeInTheDocument();
  chunks.letGo();
  await screen.findByRole('button', { name: 'Choose files' });
  const before = uploadCalls(account);
  expect(await account.entries()).toEqual([]);
  view.update({ hub });
  await within(await uploadRow('Hall')).findByText('Ready');
  expect(uploadCalls(account)).toBeGreaterThan(before);
});

test('when the hub is disconnected in the middle, uploads pause, say why, and go on when it is connected again', async () => {
  const account = createTestAccount();
  const exchange = exchangeFor(account, ada);
  const view = renderWith(account, <Host dialog />, exchange.access);
  let chunks = 0;
  account.answer((call, forward) => {
    if (call.name.toLowerCase() !== 'uploadtoken.upload') return forward();
    chunks += 1;
    if (chunks === 1) return forward();
    exchange.refuse({ code: 'not_connected', status: 404 });
    return expired();
  });
  await upload(view, big('Hall.jpg'));
  const hall = within(await uploadRow('Hall'));
  await hall.findByText(/^This hub is not connected to Kaltura yet/);
  expect(hall.getByText(/What has arrived is kept for 7 days/)).toBeInTheDocument();
  expect(await uploadRow('Hall')).toHaveAttribute('data-status', 'paused');
  exchange.refuse(null);
  account.answer();
  await view.user.click(hall.getByRole('button', { name: 'Resume Hall' }));
  await hall.findByText('Ready');
  expect(await account.entries()).toHaveLength(1);
});

/** Kaltura's answer to a KS that it takes no more. */
const expired = (): Response =>
  Response.json({
    objectType: 'KalturaAPIException',
    code: 'INVALID_KS',
    message: 'Invalid KS, Error "-1,INVALID_STR"',
    args: { KSID: '', ERR_CODE: '-1', ERR_DESC: 'INVALID_STR' },
  });
