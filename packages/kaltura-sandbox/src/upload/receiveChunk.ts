import { isAcceptedUpload, sniffContentType } from '../bytes/sniff.ts';
import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import { claimBytes, type UploadedFile } from '../protocol/rawParams.ts';
import type { Call } from '../protocol/Service.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import type { UploadTokenRow } from './UploadTokenRow.ts';

/** Takes one `uploadToken.upload`; afterwards the row says what the token has. */
export async function receiveChunk({ params, sandbox }: Call, row: UploadTokenRow): Promise<void> {
  const file = params.file('fileData');
  if (!file || file.filename === '') throw new KalturaApiException('UPLOAD_ERROR');
  assertUploadable(row, sandbox);

  const resume = params.bool('resume') ?? false;
  const resumeAt = params.float('resumeAt') ?? -1;
  row.receivedSize += file.size;
  const isLastByCount = row.autoFinalize && row.receivedSize >= (row.fileSize ?? Number.POSITIVE_INFINITY);
  const isFinal = (params.bool('finalChunk') ?? true) || isLastByCount;

  const contiguous = await inTurn(row, () => {
    if (!resume) return restart(row, file, sandbox);
    const { bytesId } = row;
    if (row.status !== 1 || bytesId === undefined) throw new KalturaApiException('UPLOAD_TOKEN_CANNOT_RESUME');
    return resumeAt < 0 ? append(bytesId, file, sandbox) : place(row, bytesId, file, resumeAt, sandbox);
  });
  sandbox.clock.notify();
  if (isFinal && resume && resumeAt > 0) {
    await awaitSize(row, isLastByCount ? (row.fileSize ?? 0) : resumeAt + file.size, sandbox);
  }

  row.fileName ??= file.filename;
  row.updatedAt = sandbox.clock.now();
  if (isFinal) await finish(row, sandbox);
  else Object.assign(row, { status: 1, uploadedFileSize: contiguous });
}

function assertUploadable(row: UploadTokenRow, sandbox: SandboxContext): void {
  const { resumeLimit } = sandbox.settings;
  if (row.status === 1 && sandbox.clock.now() - row.updatedAt > resumeLimit) {
    throw new KalturaApiException('UPLOAD_PASSED_MAX_RESUME_TIME_ALLOWED', { MAX_RESUME_TIME: resumeLimit });
  }
  if (row.status !== 0 && row.status !== 1) throw new KalturaApiException('UPLOAD_TOKEN_INVALID_STATUS_FOR_UPLOAD');
}

/** `resume=false` begins anew: the chunk becomes the file, whatever was there. Parked chunks stay. */
async function restart(row: UploadTokenRow, file: UploadedFile, { bytes }: SandboxContext): Promise<number> {
  if (row.bytesId !== undefined) await bytes.delete(row.bytesId);
  row.bytesId = claimBytes(file);
  return file.size;
}

async function append(bytesId: string, file: UploadedFile, { bytes }: SandboxContext): Promise<number> {
  await bytes.absorb(bytesId, claimBytes(file));
  return bytes.size(bytesId);
}

/**
 * A chunk that touches the contiguous end and reaches past it goes to its place; any other is parked, a resent one too. The size that is
 * answered counts this chunk only: parked ones that now fit follow, and show in the next answer.
 */
async function place(
  row: UploadTokenRow,
  bytesId: string,
  file: UploadedFile,
  offset: number,
  sandbox: SandboxContext,
): Promise<number> {
  if (file.size === 0) return sandbox.bytes.size(bytesId);
  const replaced = row.parked.get(offset);
  if (replaced) await sandbox.bytes.delete(replaced.bytesId);
  row.parked.set(offset, { bytesId: claimBytes(file), size: file.size });

  const before = sandbox.bytes.size(bytesId);
  const size = fits(offset, file.size, before) ? await merge(row, bytesId, offset, sandbox) : before;
  for (let next = nextFitting(row, bytesId, sandbox); next !== undefined; next = nextFitting(row, bytesId, sandbox)) {
    await merge(row, bytesId, next, sandbox);
  }
  return size;
}

function fits(offset: number, length: number, size: number): boolean {
  return offset <= size && offset + length > size;
}

function nextFitting(row: UploadTokenRow, bytesId: string, { bytes }: SandboxContext): number | undefined {
  return [...row.parked].find(([offset, piece]) => fits(offset, piece.size, bytes.size(bytesId)))?.[0];
}

/** Writes a parked chunk at its offset; where it overlaps what is there, it wins. Answers the new size. */
async function merge(row: UploadTokenRow, bytesId: string, offset: number, { bytes }: SandboxContext): Promise<number> {
  const piece = row.parked.get(offset);
  if (piece) {
    row.parked.delete(offset);
    if (offset < bytes.size(bytesId)) await bytes.truncate(bytesId, offset);
    await bytes.absorb(bytesId, piece.bytesId);
  }
  return bytes.size(bytesId);
}

/** A final chunk waits for bytes that are still missing; the token stays partial when they do not come in time. */
async function awaitSize(
  row: UploadTokenRow,
  expected: number,
  { bytes, clock, settings }: SandboxContext,
): Promise<void> {
  const isComplete = (): boolean => row.bytesId !== undefined && bytes.size(row.bytesId) === expected;
  if (!(await clock.waitUntil(isComplete, settings.finalChunkWait))) {
    throw new KalturaApiException('UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE');
  }
}

/** The type is looked at only now, by content alone; what Kaltura does not take in is gone with its token. */
async function finish(row: UploadTokenRow, { bytes, settings }: SandboxContext): Promise<void> {
  const bytesId = row.bytesId ?? '';
  if (settings.restrictFileTypes && !isAcceptedUpload(sniffContentType(await bytes.slice(bytesId, 0, 4096)))) {
    row.status = 5;
    await bytes.delete(bytesId);
    throw new KalturaApiException('UPLOAD_TOKEN_FILE_TYPE_RESTRICTED_FOR_UPLOAD');
  }
  row.uploadedFileSize = bytes.size(bytesId);
  row.status = row.onFull.length === 0 ? 2 : 3;
  for (const receive of row.onFull.splice(0)) await receive(row);
}

/** One after the other; a failing chunk does not hold up the next. */
async function inTurn<TResult>(row: UploadTokenRow, work: () => Promise<TResult>): Promise<TResult> {
  const mine = row.turn.then(work);
  row.turn = mine.catch(() => {});
  return mine;
}
