import { describe, expect, it } from 'vitest';
import { isAcceptedUpload, sniffContentType } from './sniff.ts';

const ftyp = (brand: string): string => `\0\0\0\x18ftyp${brand}\0\0\0\0`;

describe('sniffContentType', () => {
  it.each([
    ['image/jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['image/png', '\x89PNG\r\n\x1a\n'],
    ['image/gif', 'GIF89a'],
    ['image/webp', 'RIFF\0\0\0\0WEBPVP8 '],
    ['image/avif', ftyp('avif')],
    ['image/svg+xml', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['video/mp4', ftyp('isom')],
    ['video/quicktime', ftyp('qt  ')],
    ['audio/x-m4a', ftyp('M4A ')],
    ['video/webm', '\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1fB\x86\x81\x01B\x82\x84webm'],
    ['audio/mpeg', 'ID3\x04\0'],
    ['audio/mpeg', '\xff\xfb\x90\x64\0'],
    ['audio/x-wav', 'RIFF\0\0\0\0WAVEfmt '],
    ['application/zip', 'PK\x03\x04\0'],
    ['application/x-dosexec', 'MZ\x90\0'],
    ['text/x-php', '<?php echo 1;'],
    ['text/html', '<!DOCTYPE html><p>hello'],
    ['text/html', '\n<html><body>'],
    ['text/plain', 'A'.repeat(1000)],
    ['text/plain', 'Grüße aus Łódź 🎓'],
    ['inode/x-empty', ''],
    ['application/octet-stream', '\0'.repeat(4000)],
    ['application/octet-stream', '\x9c\x01\xf3\x7f\x00\x88'],
  ])('calls these bytes %s: %j', (contentType, text) => {
    const bytes = /[\u0100-\uffff]/.test(text)
      ? new TextEncoder().encode(text)
      : Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(sniffContentType(bytes)).toBe(contentType);
  });
});

describe('isAcceptedUpload', () => {
  it('lets media, plain text and an empty file in, as the recorded server did', () => {
    const types = ['video/mp4', 'image/webp', 'audio/mpeg', 'text/plain', 'inode/x-empty'];
    expect(types.filter(isAcceptedUpload)).toEqual(types);
  });

  it('refuses pages, scripts, programs, archives and bytes that nobody knows', () => {
    const types = ['text/html', 'text/x-php', 'application/x-dosexec', 'application/zip', 'application/octet-stream'];
    expect(types.filter(isAcceptedUpload)).toEqual([]);
  });
});
