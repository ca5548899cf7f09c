import type { UploadProjection } from '@spaces-kaltura/client/upload';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createFormats } from '../messages/Formats.ts';
import { en } from '../messages/uploader/en.ts';
import { ProjectionField } from './ProjectionField.tsx';
import { createUploadFormats } from './uploadFormats.ts';
import { UploaderWordsContext } from './useUploaderWords.ts';

const words = { t: en(createFormats('en')), format: createUploadFormats('en') };
const sphere = { projection: 'equirectangular', stereoMode: 'mono', confidence: 'certain', decidedBy: 'file' } as const;
const flat = { ...sphere, projection: 'flat' } as const;

/** What is said of a file before anybody has chosen. */
function said(detection: UploadProjection): string {
  const { container } = render(
    <UploaderWordsContext value={words}>
      <ProjectionField detection={detection} choice={null} onChoose={() => {}} />
    </UploaderWordsContext>,
  );
  return container.querySelector('.sk-projection-reason')?.textContent ?? '';
}

test.each([
  ['mp4.sv3d', 'spherical metadata'],
  ['mp4.uuid_xml', 'spherical metadata, version 1'],
  ['mp4.vexu', 'spherical metadata'],
  ['matroska.projection', 'spherical metadata'],
  ['matroska.tag_xml', 'spherical metadata, version 1'],
  ['xmp.gpano', 'panorama metadata'],
])('names what makes a sphere certain: %s', (evidence, name) => {
  expect(said({ ...sphere, evidence: [evidence, 'mp4.st3d'] })).toMatch(
    new RegExp(`^360° detected: ${name}, mono\\. It gets the tag 360`),
  );
});

test.each([
  ['vr180', /^This is VR180/],
  ['cubemap', /^This is a cube map/],
  ['partial', /^The file says that it shows a part of the sphere only/],
  ['unstitched.insta360', /Insta360 Studio/],
  ['unstitched.gopro_max', /GoPro Player/],
  ['unstitched.dual_fisheye', /two fisheye pictures/],
])('says why it is no sphere, where the file says something: %s', (evidence, sentence) => {
  expect(said({ ...flat, evidence: ['xmp.gpano', evidence] })).toMatch(sentence);
});
