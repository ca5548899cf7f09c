import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { OnImport } from '../hooks/useImport.ts';
import { ada, bruno, createTestAccount, type TestAccount } from '../testing/createTestAccount.ts';
import { renderTab } from '../testing/renderTab.tsx';
import { renderWith } from '../testing/renderWith.tsx';
import { film, nonsense, picture, sound } from '../testing/sampleUploads.ts';
import { choose, upload, uploadRow } from '../testing/uploadsOf.ts';
import type { OnUploadNotice } from '../uploads/UploadNotice.ts';
import { KalturaUploader } from './KalturaUploader.tsx';
import { UploadTray } from './UploadTray.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

const sent = (account: TestAccount): string[] =>
  account
    .calls()
    .map(({ name }) => name.toLowerCase())
    .filter((name) => name.startsWith('uploadtoken.') || name === 'media.add' || name === 'multirequest.null');

test('a picture is chosen, described and uploaded; the entry is as it was said', async () => {
  const account = createTestAccount();
  const onUploadEvent = vi.fn<OnUploadNotice>();
  const view = renderWith(account, <KalturaUploader />, { onUploadEvent });
  await choose(view, picture('North_hall.jpg', { spherical: true }));
  const name = await screen.findByRole('textbox', { name: 'Name' });
  expect(name).toHaveValue('North hall');
  await screen.findByText(/^360° detected: panorama metadata, mono\./);
  expect(screen.getByRole('radio', { name: '360°' })).toBeChecked();
  await view.user.clear(name);
  await view.user.type(name, 'Hall');
  await view.user.type(screen.getByRole('textbox', { name: 'Description' }), 'In the morning');
  await view.user.type(screen.getByRole('textbox', { name: 'Tags' }), 'lobby, 360, glass');
  expect(sent(account)).toEqual([]);

  await upload(view);
  await within(await uploadRow('Hall')).findByText('Ready');
  const entries = await account.entries();
  expect(entries).toMatchObject([{ name: 'Hall', description: 'In the morning', mediaType: 2 }]);
  expect([...(entries[0]?.tags ?? [])].sort()).toEqual(['360', 'glass', 'lobby']);
  await waitFor(() =>
    expect(onUploadEvent.mock.calls.map(([{ type }]) => type)).toEqual([
      'uploadStarted',
      'uploadAttached',
      'uploadReady',
    ]),
  );
  expect(onUploadEvent.mock.lastCall?.[0]).toMatchObject({
    reference: { version: 1, source: 'kaltura', name: 'Hall', projection: 'equirectangular', mediaType: 'image' },
  });
  expect(JSON.stringify(onUploadEvent.mock.calls)).not.toMatch(/"ks"/);
});

test('what is uploaded from the tab is in the grid at once, the newest first', async () => {
  const account = createTestAccount();
  account.partner.addEntry({ name: 'Older', mediaType: 2, userId: ada });
  const view = renderTab(account);
  await view.user.click(await screen.findByRole('button', { name: 'Upload' }));
  expect(await screen.findByRole('button', { name: 'Back to the library' })).toHaveFocus();
  await choose(view, picture('New.jpg'));
  await upload(view);
  await screen.findByRole('gridcell', { name: /^New/ });
  expect(screen.getAllByRole('gridcell').map((cell) => cell.querySelector('.sk-name')?.textContent)).toEqual([
    'New',
    'Older',
  ]);
  expect(screen.getByText('2 results')).toBeInTheDocument();
});

test('what is uploaded is seen whatever was searched for and however it was sorted', async () => {
  const account = createTestAccount();
  for (const name of ['Older', 'Castle']) account.partner.addEntry({ name, mediaType: 2, userId: ada });
  const view = renderTab(account);
  await view.user.selectOptions(await screen.findByRole('combobox', { name: 'Sort by' }), 'Name');
  await view.user.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'Images');
  await view.user.type(screen.getByRole('searchbox'), 'castle');
  await screen.findByText('1 result');
  await view.user.click(screen.getByRole('button', { name: 'Upload' }));
  await choose(view, sound('Rain.wav'));
  await upload(view);
  await screen.findByRole('gridcell', { name: /^Rain/ });
  expect(screen.getAllByRole('gridcell')).toHaveLength(3);
  expect(screen.getByRole('searchbox')).toHaveValue('');
});

test('files that are dropped or pasted anywhere on the tab open the uploader with them', async () => {
  const account = createTestAccount();
  account.partner.addEntry({ name: 'Older', mediaType: 2, userId: ada });
  const { user } = renderTab(account);
  const older = await screen.findByRole('gridcell', { name: /^Older/ });
  const dataTransfer = { types: ['Files'], items: [], files: [picture('Hall.jpg')] };
  fireEvent.dragEnter(older, { dataTransfer });
  expect(screen.getByText('Drop to upload to Kaltura')).toBeInTheDocument();
  fireEvent.drop(older, { dataTransfer });
  expect(await screen.findByDisplayValue('Hall')).toBeInTheDocument();
  fireEvent.paste(screen.getByRole('region', { name: 'Upload to Kaltura' }), {
    clipboardData: { items: [], files: [picture('Roof.jpg', { padding: 99 })] },
  });
  expect(await screen.findByDisplayValue('Roof')).toBeInTheDocument();
  const field = document.body.appendChild(document.createElement('textarea'));
  fireEvent.paste(field, { clipboardData: { items: [], files: [picture('Elsewhere.jpg', { padding: 98 })] } });
  field.remove();
  await user.click(screen.getByRole('button', { name: 'Upload 2 files' }));
  await screen.findByRole('gridcell', { name: /^Hall/ });
  await screen.findByRole('gridcell', { name: /^Roof/ });
  await user.click(screen.getByRole('button', { name: 'Upload' }));
  await screen.findByRole('button', { name: 'Choose files' });
  expect(screen.queryByRole('textbox', { name: 'Name' })).not.toBeInTheDocument();
});

test('what is dropped on the open uploader is taken once, however slow its file is; dropped beside, it goes nowhere', async () => {
  const account = createTestAccount();
  const view = renderTab(account);
  await view.user.click(await screen.findByRole('button', { name: 'Upload' }));
  await screen.findByRole('button', { name: 'Choose files' });
  const slow = picture('Hall.jpg');
  const start = Promise.withResolvers<void>();
  slow.slice = (...range) => {
    const part = File.prototype.slice.apply(slow, range);
    part.arrayBuffer = () => start.promise.then(() => Blob.prototype.arrayBuffer.call(part));
    return part;
  };
  const dataTransfer = { types: ['Files'], items: [], files: [slow] };
  fireEvent.drop(screen.getByRole('region', { name: 'Upload to Kaltura' }), { dataTransfer });
  await act(async () => {});
  start.resolve();
  await screen.findByRole('button', { name: 'Upload 1 file' });
  await act(async () => {});
  expect(screen.getAllByDisplayValue('Hall')).toHaveLength(1);

  expect(fireEvent.dragOver(document.body, { dataTransfer })).toBe(false);
  const field = document.body.appendChild(document.createElement('input'));
  expect(fireEvent.dragOver(field, { dataTransfer })).toBe(true);
  field.remove();
  view.unmount();
  expect(fireEvent.dragOver(document.body, { dataTransfer })).toBe(true);
});

test('what was dropped for one person is not there for the next', async () => {
  const account = createTestAccount();
  account.partner.addEntry({ name: 'Older', mediaType: 2, userId: ada });
  const { update } = renderTab(account);
  const dataTransfer = { types: ['Files'], items: [], files: [picture('Hall.jpg')] };
  fireEvent.drop(await screen.findByRole('gridcell', { name: /^Older/ }), { dataTransfer });
  await screen.findByDisplayValue('Hall');
  update({ userId: bruno, session: account.session(bruno) });
  expect(screen.queryByDisplayValue('Hall')).not.toBeInTheDocument();
  fireEvent.click(await screen.findByRole('button', { name: 'Upload' }));
  await screen.findByRole('button', { name: 'Choose files' });
  expect(screen.queryByDisplayValue('Hall')).not.toBeInTheDocument();
});

test('files that cannot be uploaded are refused, each with its reason, and nothing is sent', async () => {
  const account = createTestAccount();
  const view = renderWith(account, <KalturaUploader accept={accept} maxFileBytes={3000} maxFiles={2} />);
  const files: [File, RegExp][] = [
    [new File([], 'empty.mp4'), /It is empty \(0 bytes\)/],
    [nonsense('long.jpg', 5000), /It has 5 kB; up to 3 kB can be uploaded here/],
    [sound('rain.wav'), /This kind of media cannot be added here/],
    [nonsense('letter.docx'), /This type of file cannot be uploaded here/],
    [nonsense('renamed.mp4'), /Its content is not what its ending says/],
    [nonsense('IMG_1.heic'), /HEIC and AVIF pictures cannot be shown/],
    [nonsense('VID_1.insv'), /a 360° camera’s original, which has to be stitched first/],
    [nonsense('GS01.360'), /a 360° camera’s original, which has to be stitched first/],
  ];
  await choose(view, ...files.map(([file]) => file), picture('one.jpg'), picture('two.jpg'), picture('three.jpg'));
  const refused = await screen.findByRole('region', { name: '9 files were not taken' });
  for (const [file, reason] of files) {
    expect(within(refused).getByText(file.name).closest('li')).toHaveTextContent(reason);
  }
  expect(within(refused).getByText('three.jpg').closest('li')).toHaveTextContent('2 files can be uploaded at once');
  expect(screen.getByRole('button', { name: 'Upload 2 files' })).toBeInTheDocument();
  expect(sent(account)).toEqual([]);

  await view.user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText('empty.mp4')).not.toBeInTheDocument();
});

const accept = ['video', 'image'] as const;

test('limits that the host narrows while files are chosen hold when they are uploaded', async () => {
  const account = createTestAccount();
  const view = renderWith(account, <KalturaUploader />);
  await choose(view, picture('Hall.jpg'), sound('rain.wav'));
  await screen.findByRole('button', { name: 'Upload 2 files' });
  view.update({}, <KalturaUploader accept={accept} />);
  await upload(view);
  await screen.findByText(/This kind of media cannot be added here/);
  await waitFor(async () => expect(await account.entries()).toMatchObject([{ name: 'Hall' }]));
});

test('says in words what the file says of 360°', async () => {
  const account = createTestAccount();
  const view = renderWith(account, <KalturaUploader />);
  await choose(
    view,
    film('dome.mp4', { spherical: 'top-bottom' }),
    film('half.mp4', { vr180: true }),
    film('fisheyes.mp4', { width: 2880, height: 2880, lenses: true }),
    film('plain.mp4'),
  );
  const draft = async (name: string): Promise<HTMLElement> =>
    (await screen.findByDisplayValue(name)).closest('li') as HTMLElement;
  const dome = within(await draft('dome'));
  expect(await dome.findByText(/^360° detected: spherical metadata, top-bottom\./)).toBeInTheDocument();
  expect(dome.getByRole('combobox', { name: 'Layout of the two eyes' })).toHaveValue('top-bottom');
  expect(within(await draft('half')).getByText(/^This is VR180/)).toBeInTheDocument();
  expect(within(await draft('fisheyes')).getByText(/^This looks like two fisheye pictures/)).toBeInTheDocument();
  const plain = within(await draft('plain'));
  expect(plain.getByText('Nothing in the file says 360°.')).toBeInTheDocument();
  expect(plain.getByRole('radio', { name: 'Flat' })).toBeChecked();
  await view.user.click(plain.getByRole('radio', { name: '360°' }));
  expect(plain.getByText(/^You said it is 360°\./)).toBeInTheDocument();
  expect(plain.getByRole('combobox', { name: 'Layout of the two eyes' })).toHaveValue('mono');
});

test('who writes the tag 360 says that it is 360°, unless flat was chosen', async () => {
  const account = createTestAccount();
  const view = renderWith(account, <KalturaUploader />);
  await choose(view, picture('Roof.jpg'), picture('Wall.jpg', { padding: 99 }));
  for (const tags of await screen.findAllByRole('textbox', { name: 'Tags' })) await view.user.type(tags, 'lobby, 360');
  const wall = within(screen.getByDisplayValue('Wall').closest('li') as HTMLElement);
  await view.user.click(wall.getByRole('radio', { name: '360°' }));
  await view.user.click(wall.getByRole('radio', { name: 'Flat' }));
  await upload(view);
  for (const name of ['Roof', 'Wall']) await within(await uploadRow(name)).findByText('Ready');
  const tagsOf = Object.fromEntries((await account.entries()).map(({ name, tags }) => [name, [...tags].sort()]));
  expect(tagsOf).toEqual({ Roof: ['360', 'lobby'], Wall: ['lobby'] });
});

test('a picture that looks like 360° is asked about: neither is chosen, and the entry waits for the answer', async () => {
  const account = createTestAccount();
  const view = renderWith(account, <KalturaUploader />);
  await choose(view, picture('Roof.jpg', { width: 4096, height: 2048 }));
  await screen.findByText(/^Looks like 360°: the picture is twice as wide as high/);
  for (const choice of screen.getAllByRole('radio')) expect(choice).not.toBeChecked();
  await upload(view);
  const roof = within(await uploadRow('Roof'));
  await roof.findByText('All there. Only your answer is missing.');
  expect(await account.entries()).toEqual([]);
  await view.user.click(roof.getByRole('button', { name: 'Yes, 360°' }));
  await roof.findByText('Ready');
  expect(await account.entries()).toMatchObject([{ name: 'Roof', tags: ['360'] }]);
});

test('who may not upload is told why, and whom to ask', async () => {
  const account = createTestAccount();
  const session = account.session(ada);
  const get = session.get.bind(session);
  vi.spyOn(session, 'get').mockImplementation(async (options) => ({ ...(await get(options)), canUpload: false }));
  renderWith(account, <KalturaUploader />, { session });
  await screen.findByRole('heading', { name: 'You cannot upload to this hub’s Kaltura account' });
  expect(screen.getByText(/Please ask your hub admin/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Choose files' })).not.toBeInTheDocument();
});

test('what was uploaded is handed to the host when somebody wants it, once', async () => {
  const account = createTestAccount();
  const onImport = vi.fn<OnImport>();
  const view = renderWith(account, <KalturaUploader onImport={onImport} />);
  await choose(view, picture('Poster.jpg'));
  await upload(view);
  await view.user.click(await screen.findByRole('button', { name: 'Import Poster' }));
  await within(await uploadRow('Poster')).findByText('In this space');
  expect(onImport.mock.calls).toMatchObject([[[{ source: 'kaltura', name: 'Poster', mediaType: 'image' }]]]);
  expect(screen.queryByRole('button', { name: 'Import Poster' })).not.toBeInTheDocument();
});

test('an import that fails says so and can be repeated', async () => {
  const account = createTestAccount();
  const onImport = vi.fn<OnImport>().mockRejectedValueOnce(new Error('No'));
  const view = renderWith(account, <KalturaUploader onImport={onImport} />);
  await choose(view, picture('Poster.jpg'));
  await upload(view);
  await view.user.click(await screen.findByRole('button', { name: 'Import Poster' }));
  await screen.findByText('It was not imported. Please try again.');
  await view.user.click(screen.getByRole('button', { name: 'Import Poster' }));
  await screen.findByText('In this space');
  expect(screen.queryByText('It was not imported. Please try again.')).not.toBeInTheDocument();
});

test('the focus stays in the uploader when what had it is gone', async () => {
  const account = createTestAccount();
  const view = renderWith(account, <KalturaUploader />);
  await choose(view, picture('One.jpg'), picture('Two.jpg', { padding: 99 }), new File([], 'empty.mp4'));
  const uploader = screen.getByRole('region', { name: 'Upload to Kaltura' });
  await screen.findByText('2 files to upload. 1 file was not taken.', { selector: '[role=status]' });
  for (const name of ['Remove One.jpg', 'Dismiss']) {
    screen.getByRole('button', { name }).focus();
    await view.user.keyboard('{Enter}');
    await waitFor(() => expect(uploader).toHaveFocus());
  }
  screen.getByRole('button', { name: 'Upload 1 file' }).focus();
  await view.user.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus();
});

test('leaving the file dialog is not leaving the dialog around the uploader', async () => {
  const account = createTestAccount();
  const closed = vi.fn<() => void>();
  const { container } = renderWith(
    account,
    <dialog open onCancel={closed} onClose={closed}>
      <KalturaUploader />
    </dialog>,
  );
  await screen.findByRole('button', { name: 'Choose files' });
  const dialog = container.querySelector('dialog');
  dialog?.addEventListener('cancel', closed);
  container.querySelector('input[type=file]')?.dispatchEvent(new Event('cancel', { bubbles: true }));
  expect(closed).not.toHaveBeenCalled();
  dialog?.dispatchEvent(new Event('cancel'));
  expect(closed).toHaveBeenCalled();
});

test('what happens is said aloud once, in the dialog where there is one', async () => {
  const account = createTestAccount();
  const view = renderWith(
    account,
    <>
      <dialog open>
        <KalturaUploader />
      </dialog>
      <UploadTray />
    </>,
  );
  await upload(view, picture('Hall.jpg'));
  const said = await screen.findAllByText('Hall is ready.', { selector: '[role=status]' });
  expect(said).toHaveLength(1);
  expect(screen.getByRole('dialog')).toContainElement(said[0] ?? null);
});
