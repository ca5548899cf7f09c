import { describe, expect, test } from 'vitest';
import { acceptedEndings, checkFile, type FileRefusal } from './checkFile.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const fileOf = (name: string, head: string): File => new File([bytesOf(head.padEnd(400, '\0'))], name);

const good: [string, string, 'video' | 'image' | 'audio'][] = [
  ['film.mp4', '\0\0\0\x20ftypisom', 'video'],
  ['film.MP4', '\0\0\0\x20ftypmp42', 'video'],
  ['film.m4v', '\0\0\0\x20ftypM4V ', 'video'],
  ['film.mov', '\0\0\0\x14ftypqt  ', 'video'],
  ['old.mov', '\0\0\0\x08wide\0\0\0\0mdat', 'video'],
  ['older.qt', '\0\0\x10\0moov', 'video'],
  ['phone.3gp', '\0\0\0\x18ftyp3gp5', 'video'],
  ['fragment.mp4', '\0\0\0\x18stypmsdh', 'video'],
  ['film.webm', '\x1a\x45\xdf\xa3', 'video'],
  ['film.mkv', '\x1a\x45\xdf\xa3', 'video'],
  ['film.avi', 'RIFF\0\0\0\0AVI LIST', 'video'],
  ['film.mpg', '\0\0\x01\xba', 'video'],
  ['film.mpeg', '\0\0\x01\xb3', 'video'],
  ['camera.mts', '\0\0\0\0\x47', 'video'],
  ['stream.ts', '\x47\x40', 'video'],
  ['film.wmv', '\x30\x26\xb2\x75', 'video'],
  ['photo.jpg', '\xff\xd8\xff\xe1', 'image'],
  ['photo.JPEG', '\xff\xd8\xff\xdb', 'image'],
  ['photo.png', '\x89PNG\r\n\x1a\n', 'image'],
  ['photo.gif', 'GIF89a', 'image'],
  ['photo.webp', 'RIFF\0\0\0\0WEBPVP8 ', 'image'],
  ['sound.mp3', 'ID3\x04', 'audio'],
  ['bare.mp3', '\xff\xfb\x90', 'audio'],
  ['sound.m4a', '\0\0\0\x20ftypM4A ', 'audio'],
  ['sound.aac', '\xff\xf1\x50', 'audio'],
  ['sound.wav', 'RIFF\0\0\0\0WAVEfmt ', 'audio'],
  ['long.wav', 'RF64\xff\xff\xff\xffWAVEds64', 'audio'],
  ['sound.flac', 'fLaC', 'audio'],
  ['sound.ogg', 'OggS', 'audio'],
  ['sound.opus', 'OggS', 'audio'],
  ['Übung №1 (final).mp4', '\0\0\0\x20ftypisom', 'video'],
];

test.each(good)('%s is taken as what it is', async (name, head, mediaType) => {
  expect(await checkFile(fileOf(name, head))).toEqual({ ok: true, mediaType });
});

const zip = 'PK\x03\x04';
const bad: [string, string, FileRefusal][] = [
  ['setup.mp4', 'MZ\x90\0\x03', 'content_differs'],
  ['tool.mov', '\x7fELF\x02', 'content_differs'],
  ['page.mp4', '<!DOCTYPE html><html>', 'content_differs'],
  ['page.jpg', '<html><script>', 'content_differs'],
  ['shell.png', '<?php system(', 'content_differs'],
  ['archive.mp4', zip, 'content_differs'],
  ['archive.mp3', zip, 'content_differs'],
  ['drawing.png', '<svg xmlns="http://www.w3.org/2000/svg"', 'content_differs'],
  ['script.gif', '#!/bin/sh', 'content_differs'],
  ['paper.jpg', '%PDF-1.7', 'content_differs'],
  ['picture.mp4', '\xff\xd8\xff\xe0', 'content_differs'],
  ['film.jpg', '\0\0\0\x20ftypisom', 'content_differs'],
  ['photo.webp', 'RIFF\0\0\0\0WAVEfmt ', 'content_differs'],
  ['sound.wav', 'RIFF\0\0\0\0WEBPVP8 ', 'content_differs'],
  ['noise.mp4', '\x13\x37\xca\xfe', 'content_differs'],
  ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"', 'type_unknown'],
  ['page.html', '<!DOCTYPE html>', 'type_unknown'],
  ['setup.exe', 'MZ\x90', 'type_unknown'],
  ['archive.zip', zip, 'type_unknown'],
  ['slides.pptx', zip, 'type_unknown'],
  ['paper.pdf', '%PDF-1.7', 'type_unknown'],
  ['raw.cr3', '\0\0\0\x18ftypcrx ', 'type_unknown'],
  ['film', '\0\0\0\x20ftypisom', 'type_unknown'],
  ['mp4', '\0\0\0\x20ftypisom', 'type_unknown'],
  ['film.mp4.exe', '\0\0\0\x20ftypisom', 'type_unknown'],
  ['photo.heic', '\0\0\0\x24ftypheic', 'heic'],
  ['photo.HEIF', '\0\0\0\x24ftypmif1', 'heic'],
  ['renamed.jpg', '\0\0\0\x24ftypheix', 'heic'],
  ['photo.avif', '\0\0\0\x1cftypavif', 'heic'],
  ['photo.mp4', '\0\0\0\x1cftypavif', 'heic'],
  ['VID_20260101_00_001.insv', '\0\0\0\x20ftypisom', 'needs_stitching'],
  ['IMG_20260101_00_001.insp', '\xff\xd8\xff\xe1', 'needs_stitching'],
  ['GS010001.360', '\0\0\0\x20ftypmp41', 'needs_stitching'],
  ['CAM_0001.OSV', '\0\0\0\x20ftypisom', 'needs_stitching'],
];

test.each(bad)('%s is refused, and it is said why', async (name, head, refusal) => {
  expect(await checkFile(fileOf(name, head))).toEqual({ ok: false, refusal });
});

describe('limits', () => {
  const film = fileOf('film.mp4', '\0\0\0\x20ftypisom');

  test.each(['film.mp4', 'photo.jpg', 'notes.txt'])('0 bytes are refused: %s', async (name) => {
    expect(await checkFile(new File([], name))).toEqual({ ok: false, refusal: 'empty' });
  });

  test('a file as large as the limit is taken, a byte more is not', async () => {
    expect(await checkFile(film, { maxBytes: film.size })).toMatchObject({ ok: true });
    expect(await checkFile(film, { maxBytes: film.size - 1 })).toEqual({ ok: false, refusal: 'too_large' });
  });

  test('kinds that are not wanted are refused, and not offered in a file dialog', async () => {
    expect(await checkFile(film, { accept: ['image'] })).toEqual({ ok: false, refusal: 'kind_not_wanted' });
    expect(acceptedEndings(['image'])).toEqual(['.jpg', '.jpeg', '.jpe', '.png', '.gif', '.webp']);
    expect(acceptedEndings()).toContain('.mp4');
  });

  test('a file that cannot be read is told, however large it claims to be', async () => {
    const gone = fileOf('film.mp4', '\0\0\0\x20ftypisom');
    Object.defineProperty(gone, 'size', { value: 5 * 1024 ** 4 });
    gone.slice = () => {
      throw new DOMException('It is gone', 'NotReadableError');
    };
    expect(await checkFile(gone)).toEqual({ ok: false, refusal: 'unreadable' });
  });

  test('64 bytes are enough to know', async () => {
    const read: number[] = [];
    const large = fileOf('film.mp4', '\0\0\0\x20ftypisom');
    const slice = large.slice.bind(large);
    large.slice = (from = 0, to = 0) => (read.push(to - from), slice(from, to));
    await checkFile(large);
    expect(read).toEqual([64]);
  });
});
