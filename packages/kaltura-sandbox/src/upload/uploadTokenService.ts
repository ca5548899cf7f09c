import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import { listOf, pageOf } from '../protocol/page.ts';
import type { Params } from '../protocol/Params.ts';
import type { Call, Service } from '../protocol/Service.ts';
import { ensureUser, userKey } from '../user/users.ts';
import { receiveChunk } from './receiveChunk.ts';
import { toUploadToken } from './toUploadToken.ts';
import type { UploadTokenRow } from './UploadTokenRow.ts';

/** Longer file names are cut by the database. */
const maxFileName = 256;

export const uploadTokenService: Service = {
  name: 'uploadToken',
  actions: {
    add(call) {
      const { params, session, partner, sandbox } = call;
      const given = params.object('uploadToken', 'KalturaUploadToken');
      given?.assertInsertable();
      const [fileSize, autoFinalize] = [given?.float('fileSize'), given?.nullableBool('autoFinalize') === 1];
      if (autoFinalize && fileSize === undefined) throw new KalturaApiException('UPLOAD_TOKEN_MISSING_FILE_SIZE');
      const now = sandbox.clock.now();
      const row: UploadTokenRow = {
        id: sandbox.newId('uploadToken'),
        userId: ensureUser(partner, session.userId, now).id,
        status: 0,
        fileName: given?.string('fileName')?.slice(0, maxFileName),
        fileSize,
        uploadedFileSize: undefined,
        autoFinalize,
        createdAt: now,
        updatedAt: now,
        attachedObjectType: undefined,
        attachedObjectId: undefined,
        bytesId: undefined,
        parked: new Map(),
        receivedSize: 0,
        onFull: [],
        turn: Promise.resolve(),
      };
      partner.uploadTokens.set(row.id, row);
      return toUploadToken(row, partner.id);
    },

    get: (call) => toUploadToken(ownToken(call), call.partner.id),

    async upload(call) {
      const row = ownToken(call);
      await receiveChunk(call, row);
      return toUploadToken(row, call.partner.id);
    },

    async delete(call) {
      const row = ownToken(call);
      row.status = 5;
      const pieces = [...row.parked.values()].map((piece) => piece.bytesId);
      await Promise.all([...pieces, row.bytesId ?? ''].map((id) => call.sandbox.bytes.delete(id)));
      return null;
    },

    /** Without an order Kaltura's database answers by status, the oldest first. */
    list(call) {
      const filter = call.params.object('filter', 'KalturaUploadTokenFilter');
      const rows = [...call.partner.uploadTokens.values()].filter(
        (row) => isOwn(call, row) && matches(call, row, filter),
      );
      const order = filter?.string('orderBy');
      if (order === '-createdAt') rows.reverse();
      else if (order !== '+createdAt') rows.sort((a, b) => a.status - b.status);
      return pageOf(call, rows, (row) => toUploadToken(row, call.partner.id), 'KalturaUploadTokenListResponse');
    },
  },
};

/** Somebody else's token does not exist for a person; an administrator sees all. */
function ownToken(call: Call): UploadTokenRow {
  ensureUser(call.partner, call.session.userId, call.sandbox.clock.now());
  const row = call.partner.uploadTokens.get(call.params.string('uploadTokenId') ?? '');
  if (!row || row.status === 5 || !isOwn(call, row)) throw new KalturaApiException('UPLOAD_TOKEN_NOT_FOUND');
  return row;
}

function isOwn({ session }: Call, row: UploadTokenRow): boolean {
  return session.kind === 'admin' || userKey(session.userId) === userKey(row.userId);
}

function matches({ sandbox }: Call, row: UploadTokenRow, filter: Params | undefined): boolean {
  const fileName = filter?.string('fileNameEqual');
  const asked = listOf(filter?.string('statusEqual') ?? filter?.string('statusIn'));
  // Looking for a name means looking for something to go on with: unfinished or unattached, and not too old to resume.
  const statuses = asked ?? (fileName === undefined ? undefined : new Set(['0', '1', '2']));
  if (statuses ? !statuses.has(String(row.status)) : row.status === 5) return false;
  if (fileName !== undefined && row.status === 1 && sandbox.clock.now() - row.updatedAt > sandbox.settings.resumeLimit)
    return false;
  return (
    (fileName ?? row.fileName) === row.fileName &&
    (filter?.string('idEqual') ?? row.id) === row.id &&
    (listOf(filter?.string('idIn'))?.has(row.id) ?? true) &&
    userKey(filter?.string('userIdEqual') ?? row.userId) === userKey(row.userId) &&
    (filter?.float('fileSizeEqual') ?? row.fileSize) === row.fileSize
  );
}
