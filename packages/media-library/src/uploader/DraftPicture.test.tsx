import { render, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { picture } from '../testing/sampleUploads.ts';
import { DraftPicture } from './DraftPicture.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('pictures are decoded one after the other, those that were removed meanwhile not at all', async () => {
  const asked: { file: File; finish: (bitmap: { width: number; height: number }) => void }[] = [];
  vi.stubGlobal('createImageBitmap', (file: File) => new Promise((finish) => asked.push({ file, finish })));
  const files = ['One.jpg', 'Two.jpg', 'Three.jpg'].map((name) => picture(name));
  const [one, two, three] = files;
  const show = (shown: readonly (File | undefined)[]) =>
    shown.map((file) => file && <DraftPicture key={file.name} file={file} mediaType="image" />);
  const { container, rerender } = render(show(files));
  await waitFor(() => expect(asked).toHaveLength(1));
  rerender(show([one, three]));
  asked[0]?.finish({ width: 144, height: 72 });
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked.map(({ file }) => file)).toEqual([one, three]);
  expect(asked.map(({ file }) => file)).not.toContain(two);
  asked[1]?.finish({ width: 144, height: 72 });
  await waitFor(() => expect(container.querySelectorAll('canvas')).toHaveLength(2));
});
