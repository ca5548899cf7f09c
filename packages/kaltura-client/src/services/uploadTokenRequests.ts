import type { KalturaRequest, ReadContext } from '../api/KalturaRequest.ts';
import { allowedUrl } from '../urls/allowedUrl.ts';
import type { KalturaList, KalturaPager } from './mediaFilter.ts';
import { toInteger, toIntegerOrNull, toList, toRecord, toText, toTextOrNull } from './read.ts';

/** Kaltura's `KalturaUploadTokenStatus`. */
export const KalturaUploadTokenStatus = {
  PENDING: 0,
  PARTIAL_UPLOAD: 1,
  FULL_UPLOAD: 2,
  CLOSED: 3,
  TIMED_OUT: 4,
  DELETED: 5,
} as const;
export type KalturaUploadTokenStatus = (typeof KalturaUploadTokenStatus)[keyof typeof KalturaUploadTokenStatus];

/** A place for bytes that belong to no entry yet. It belongs to the Kaltura user and outlives a session. */
export interface KalturaUploadToken {
  readonly id: string;
  /** One of `KalturaUploadTokenStatus`, or a number this version does not know. */
  readonly status: number;
  readonly fileName: string | null;
  /** Bytes; null when nobody said. Kaltura does not enforce it. */
  readonly fileSize: number | null;
  /** Contiguous bytes from the beginning; chunks ahead of a gap are not counted. */
  readonly uploadedFileSize: number;
  /** Origin that wants the bytes, where the data centre has one of its own; null when there is none or its host is not allowed. */
  readonly uploadUrl: string | null;
  /** Unix seconds. */
  readonly createdAt: number;
  /** Unix seconds. */
  readonly updatedAt: number;
}

export interface UploadTokenFilter {
  statusIn?: readonly KalturaUploadTokenStatus[] | undefined;
  fileNameEqual?: string | undefined;
  fileSizeEqual?: number | undefined;
}

/** `uploadToken.add`. Repeatable: a token that nobody fills is invisible and times out. */
export const uploadTokenAdd = (file: { fileName: string; fileSize: number }): KalturaRequest<KalturaUploadToken> => ({
  service: 'uploadToken',
  action: 'add',
  params: { uploadToken: { objectType: 'KalturaUploadToken', ...file } },
  repeatable: true,
  read: readUploadToken,
});

/** `uploadToken.get`; another user's token is UPLOAD_TOKEN_NOT_FOUND. */
export const uploadTokenGet = (uploadTokenId: string): KalturaRequest<KalturaUploadToken> => ({
  service: 'uploadToken',
  action: 'get',
  params: { uploadTokenId },
  repeatable: true,
  read: readUploadToken,
});

/** `uploadToken.delete`: its bytes are dropped. */
export const uploadTokenDelete = (uploadTokenId: string): KalturaRequest<null> => ({
  service: 'uploadToken',
  action: 'delete',
  params: { uploadTokenId },
  repeatable: true,
  read: () => null,
});

/** `uploadToken.list` of the session's own tokens. */
export const uploadTokenList = (
  filter: UploadTokenFilter = {},
  pager: KalturaPager = {},
): KalturaRequest<KalturaList<KalturaUploadToken>> => ({
  service: 'uploadToken',
  action: 'list',
  params: {
    filter: {
      objectType: 'KalturaUploadTokenFilter',
      statusIn: filter.statusIn?.join(','),
      fileNameEqual: filter.fileNameEqual,
      fileSizeEqual: filter.fileSizeEqual,
    },
    pager: { objectType: 'KalturaFilterPager', pageIndex: pager.pageIndex, pageSize: pager.pageSize },
  },
  repeatable: true,
  read: (json, context) => {
    const answer = toRecord(json, 'uploadToken.list');
    return {
      objects: toList(answer['objects'], 'objects').map((token) => readUploadToken(token, context)),
      totalCount: toInteger(answer['totalCount'], 'totalCount'),
    };
  },
});

/** Kaltura's `KalturaUploadToken`, which answers `add`, `get` and every chunk. */
export function readUploadToken(json: unknown, context: ReadContext): KalturaUploadToken {
  const token = toRecord(json, 'upload token');
  return {
    id: toText(token['id'], 'upload token id'),
    status: toInteger(token['status'], 'status'),
    fileName: toTextOrNull(token['fileName']),
    fileSize: toIntegerOrNull(token['fileSize']),
    uploadedFileSize: toIntegerOrNull(token['uploadedFileSize']) ?? 0,
    uploadUrl: allowedUrl(token['uploadUrl'], context),
    createdAt: toIntegerOrNull(token['createdAt']) ?? 0,
    updatedAt: toIntegerOrNull(token['updatedAt']) ?? 0,
  };
}
