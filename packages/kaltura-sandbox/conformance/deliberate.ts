/**
 * Fields in which the sandbox differs on purpose, by object type. `*`: whatever the field. They count as "differs only in deliberately omitted
 * fields", never as identical.
 */
export const deliberate: Record<string, Record<string, string>> = {
  KalturaUser: {
    storageSize: 'whether a stored row or the one just made is answered depends on caches of the server',
    type: 'the same',
    roleIds: 'the same: a number from the one, a text from the other',
  },
  KalturaPartner: {
    '*': 'an account of the sandbox has no address, player settings or password rules',
  },
  KalturaFlavorParams: {
    conversionEngines: 'what a transcoder is told',
    conversionEnginesExtraParams: 'the same',
    operators: 'the same',
  },
  KalturaFlavorAssetWithParams: {
    '*': 'of the 106 stock flavor params the sandbox has those that the stock profiles use',
  },
  KalturaFlavorAsset: {
    size: 'bytes and rates are those of the file at hand, and the transcoder',
    sizeInBytes: 'the same',
    bitrate: 'the same',
    description: 'warnings of the transcoder',
    updatedAt: 'how long converting took',
  },
  KalturaThumbAsset: {
    size: 'bytes of the picture at hand',
    sizeInBytes: 'the same',
  },
};

/** Whether a field of an object type may differ or be missing. */
export function isDeliberate(objectType: string, field: string): boolean {
  const fields = deliberate[objectType];
  return fields !== undefined && (field in fields || '*' in fields);
}
