import { describe, expect, it } from 'vitest';
import { createSandbox } from '../createSandbox.ts';
import type { SandboxOptions } from '../Sandbox.ts';
import { createCaller } from '../testing/caller.ts';

async function setUp(options: SandboxOptions = {}, token: Record<string, unknown> = {}) {
  const sandbox = createSandbox({ clock: { frozen: true }, partners: [{ id: 102 }], ...options });
  const bob = createCaller(sandbox, { userId: 'bob' });
  const { id } = await bob.call<{ id: string }>('uploadToken.add', { uploadToken: { fileName: 'a.txt', ...token } });
  const first = (text: string) => bob.upload(id, text, { resume: 0, finalChunk: 0 });
  const chunk = (text: string, resumeAt: number, finalChunk = 0) =>
    bob.upload(id, text, { resume: 1, resumeAt, finalChunk });
  const held = () => bob.call('uploadToken.get', { uploadTokenId: id });
  const md5 = () => sandbox.partner(102).checksum(id, 'md5');
  return { sandbox, bob, id, first, chunk, held, md5 };
}

/** Of `AAAABBBBCCCCDDDD`. */
const whole = '9393117fc22175732ea7042f33d89efb';

describe('an upload token', () => {
  it('puts chunks together whatever order they come in', async () => {
    const { first, chunk, held, md5 } = await setUp();
    await first('AAAA');
    expect(await chunk('DDDD', 12)).toMatchObject({ status: 1, uploadedFileSize: '4' });
    expect(await chunk('CCCC', 8)).toMatchObject({ status: 1, uploadedFileSize: '4' });
    expect(await chunk('BBBB', 4)).toMatchObject({ status: 1, uploadedFileSize: '8' });
    expect(await chunk('', 16, 1)).toMatchObject({ status: 2, uploadedFileSize: '16' });
    expect(await held()).toMatchObject({ status: 2, fileName: 'a.txt' });
    expect(await md5()).toBe(whole);
  });

  it('survives every chunk being sent twice, but not the first one', async () => {
    const { first, chunk, md5 } = await setUp();
    await first('AAAA');
    for (const _ of [1, 2]) {
      await chunk('BBBB', 4);
      await chunk('CCCC', 8);
    }
    expect(await first('AAAA')).toMatchObject({ uploadedFileSize: '4' });
    await chunk('AAAA', 0);
    await chunk('BBBB', 4);
    await chunk('CCCC', 8);
    expect(await chunk('DDDD', 12, 1)).toMatchObject({ status: 2, uploadedFileSize: '16' });
    expect(await md5()).toBe(whole);
  });

  it('overwrites where chunks overlap', async () => {
    const { first, chunk, md5 } = await setUp();
    await first('AAAAxx');
    await chunk('BBBBCCCCyyy', 4);
    expect(await chunk('CCCDDDD', 9, 1)).toMatchObject({ status: 2, uploadedFileSize: '16' });
    expect(await md5()).toBe(whole);
  });

  it('holds the final chunk until what is missing has come', async () => {
    const { first, chunk, held } = await setUp();
    await first('AAAA');
    const final = chunk('CCCC', 8, 1);
    expect(await chunk('BBBB', 4)).toMatchObject({ status: 1 });
    expect(await final).toMatchObject({ status: 2, uploadedFileSize: '12' });
    expect(await held()).toMatchObject({ status: 2 });
  });

  it('lets the final chunk go when nothing comes, and takes it again later', async () => {
    const { sandbox, first, chunk, held } = await setUp({ finalChunkWait: 0 });
    await first('AAAA');
    expect(await chunk('CCCC', 8, 1)).toMatchObject({ code: 'UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE' });
    expect(await held()).toMatchObject({ status: 1, uploadedFileSize: '4' });
    await sandbox.clock.advance(60);
    await chunk('BBBB', 4);
    expect(await chunk('', 12, 1)).toMatchObject({ status: 2, uploadedFileSize: '12' });
  });

  it('waits in the time of its own clock', async () => {
    const { sandbox, first, chunk } = await setUp();
    await first('AAAA');
    const answers: unknown[] = [];
    const final = chunk('CCCC', 8, 1).then((answer) => answers.push(answer['code']));
    await chunk('', 0);
    await sandbox.clock.advance(44);
    expect(answers).toEqual([]);
    await sandbox.clock.advance(1);
    await final;
    expect(answers).toEqual(['UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE']);
  });

  it('cannot go on where nothing began', async () => {
    const { chunk, held } = await setUp();
    expect(await chunk('AAAA', 0)).toMatchObject({ code: 'UPLOAD_TOKEN_CANNOT_RESUME' });
    expect(await held()).toMatchObject({ status: 0 });
  });

  it('cannot go on after a week', async () => {
    const { sandbox, bob, id, first } = await setUp();
    await first('AAAA');
    await sandbox.clock.advance(604_801);
    const later = createCaller(sandbox, { userId: 'bob' });
    expect(await later.upload(id, 'BBBB', { resume: 1, resumeAt: 4 })).toMatchObject({
      code: 'UPLOAD_PASSED_MAX_RESUME_TIME_ALLOWED',
    });
    expect(await bob.call('uploadToken.get', { uploadTokenId: id })).toMatchObject({ code: 'INVALID_KS' });
  });

  it('goes on with another session of the same person, and with nobody else', async () => {
    const { sandbox, id, first } = await setUp();
    await first('AAAA');
    const other = createCaller(sandbox, { userId: 'eve' });
    expect(await other.upload(id, 'EEEE', { resume: 1, resumeAt: 4 })).toMatchObject({
      code: 'UPLOAD_TOKEN_NOT_FOUND',
    });
    const renewed = createCaller(sandbox, { userId: 'BOB', expiry: 60 });
    expect(await renewed.upload(id, 'BBBB', { resume: 1, resumeAt: 4 })).toMatchObject({
      status: 2,
      uploadedFileSize: '8',
    });
  });

  it('looks at the content when the last byte has come, and is gone when it does not like it', async () => {
    const { first, chunk, held } = await setUp({}, { fileName: 'film.mp4' });
    expect(await first('<?php')).toMatchObject({ status: 1 });
    expect(await chunk(' echo 1;', 5, 1)).toMatchObject({ code: 'UPLOAD_TOKEN_FILE_TYPE_RESTRICTED_FOR_UPLOAD' });
    expect(await held()).toMatchObject({ code: 'UPLOAD_TOKEN_NOT_FOUND' });
  });

  it('finishes by itself when as many bytes have come as were announced', async () => {
    const { first, chunk } = await setUp({}, { fileSize: 8, autoFinalize: true });
    expect(await first('AAAA')).toMatchObject({ status: 1 });
    expect(await chunk('BBBB', 4)).toMatchObject({ status: 2, uploadedFileSize: '8' });
  });

  it('puts chunks together that arrive at the same time', async () => {
    const { first, chunk, md5 } = await setUp();
    await first('AAAA');
    await Promise.all([chunk('DDDD', 12), chunk('BBBB', 4), chunk('CCCC', 8)]);
    expect(await chunk('', 16, 1)).toMatchObject({ status: 2, uploadedFileSize: '16' });
    expect(await md5()).toBe(whole);
  });
});
