/**
 * What the API declares of the objects it takes: each line names the ancestors after `<`, then the properties that are more than a plain string,
 * as `name:type`, with `-` for read-only and `+` for insert-only.
 */
export const objectDeclarations: Record<string, string> = {
  KalturaAppToken:
    '| id- token- partnerId:int- createdAt:time- updatedAt:time- status:KalturaAppTokenStatus- expiry:time sessionType:KalturaSessionType sessionDuration:int hashType:KalturaAppTokenHashType',
  KalturaAppTokenFilter:
    '< KalturaAppTokenBaseFilter KalturaFilter | advancedSearch:KalturaSearchItem createdAtGreaterThanOrEqual:time createdAtLessThanOrEqual:time updatedAtGreaterThanOrEqual:time updatedAtLessThanOrEqual:time statusEqual:KalturaAppTokenStatus',
  KalturaAsset:
    '| id- entryId- partnerId:int- version:int- size:int- fileExt+ createdAt:time- updatedAt:time- deletedAt:time- description- sizeInBytes:bigint-',
  KalturaAssetFilter:
    '< KalturaAssetBaseFilter KalturaRelatedFilter KalturaFilter | advancedSearch:KalturaSearchItem partnerIdEqual:int sizeGreaterThanOrEqual:int sizeLessThanOrEqual:int createdAtGreaterThanOrEqual:time createdAtLessThanOrEqual:time updatedAtGreaterThanOrEqual:time updatedAtLessThanOrEqual:time deletedAtGreaterThanOrEqual:time deletedAtLessThanOrEqual:time',
  KalturaAssetParams:
    '| id:int- partnerId:int createdAt:time- isSystemDefault:KalturaNullableBoolean- requiredPermissions:KalturaStringArray sourceRemoteStorageProfileId:int remoteStorageProfileIds:int mediaParserType:KalturaMediaParserType',
  KalturaBaseEntry:
    '| id- partnerId:int- creatorId+ status:KalturaEntryStatus- moderationStatus:KalturaEntryModerationStatus- moderationCount:int- type:KalturaEntryType createdAt:time- updatedAt:time- rank:float- totalRank:int- votes:int- groupId:int downloadUrl- searchText- licenseType:KalturaLicenseType version:int- thumbnailUrl- accessControlId:int startDate:time endDate:time replacingEntryId- replacedEntryId- replacementStatus:KalturaEntryReplacementStatus- partnerSortValue:int conversionProfileId:int rootEntryId- operationAttributes:KalturaOperationAttributesArray capabilities- templateEntryId+ displayInSearch:KalturaEntryDisplayInSearchType application:KalturaEntryApplication+ applicationVersion+ blockAutoTranscript:bool defaultLanguage- responseLanguage-',
  KalturaBaseEntryFilter:
    '< KalturaBaseEntryBaseFilter KalturaRelatedFilter KalturaFilter | advancedSearch:KalturaSearchItem partnerIdEqual:int categoriesIdsEmpty:KalturaNullableBoolean statusEqual:KalturaEntryStatus statusNotEqual:KalturaEntryStatus moderationStatusEqual:KalturaEntryModerationStatus moderationStatusNotEqual:KalturaEntryModerationStatus typeEqual:KalturaEntryType createdAtGreaterThanOrEqual:time createdAtLessThanOrEqual:time updatedAtGreaterThanOrEqual:time updatedAtLessThanOrEqual:time rankLessThanOrEqual:float rankGreaterThanOrEqual:float totalRankLessThanOrEqual:int totalRankGreaterThanOrEqual:int groupIdEqual:int accessControlIdEqual:int startDateGreaterThanOrEqual:time startDateLessThanOrEqual:time startDateGreaterThanOrEqualOrNull:time startDateLessThanOrEqualOrNull:time endDateGreaterThanOrEqual:time endDateLessThanOrEqual:time endDateGreaterThanOrEqualOrNull:time endDateLessThanOrEqualOrNull:time replacementStatusEqual:KalturaEntryReplacementStatus partnerSortValueGreaterThanOrEqual:int partnerSortValueLessThanOrEqual:int displayInSearchEqual:KalturaEntryDisplayInSearchType isRoot:KalturaNullableBoolean conversionProfileIdEqual:int',
  KalturaBaseResponseProfile: 'abstract  | ',
  KalturaContentResource: 'abstract < KalturaResource | ',
  KalturaConversionProfile:
    '| id:int- partnerId:int- status:KalturaConversionProfileStatus type:KalturaConversionProfileType+ createdAt:time- isDefault:KalturaNullableBoolean isPartnerDefault:bool- cropDimensions:KalturaCropDimensions clipStart:int clipDuration:int storageProfileId:int mediaParserType:KalturaMediaParserType calculateComplexity:KalturaNullableBoolean detectGOP:int defaultReplacementOptions:KalturaEntryReplacementOptions defaultAudioLang:KalturaLanguage',
  KalturaConversionProfileAssetParams:
    '| conversionProfileId:int- assetParamsId:int- readyBehavior:KalturaFlavorReadyBehaviorType origin:KalturaAssetParamsOrigin forceNoneComplied:KalturaNullableBoolean deletePolicy:KalturaAssetParamsDeletePolicy isEncrypted:KalturaNullableBoolean contentAwareness:float chunkedEncodeMode:int twoPass:KalturaNullableBoolean',
  KalturaConversionProfileAssetParamsFilter:
    '< KalturaConversionProfileAssetParamsBaseFilter KalturaRelatedFilter KalturaFilter | advancedSearch:KalturaSearchItem conversionProfileIdEqual:int assetParamsIdEqual:int readyBehaviorEqual:KalturaFlavorReadyBehaviorType originEqual:KalturaAssetParamsOrigin conversionProfileIdFilter:KalturaConversionProfileFilter assetParamsIdFilter:KalturaAssetParamsFilter',
  KalturaConversionProfileFilter:
    '< KalturaConversionProfileBaseFilter KalturaRelatedFilter KalturaFilter | advancedSearch:KalturaSearchItem idEqual:int statusEqual:KalturaConversionProfileStatus typeEqual:KalturaConversionProfileType',
  KalturaDetachedResponseProfile:
    '< KalturaBaseResponseProfile | type:KalturaResponseProfileType filter:KalturaRelatedFilter pager:KalturaFilterPager relatedProfiles:KalturaDetachedResponseProfileArray mappings:KalturaResponseProfileMappingArray',
  KalturaEntryContextDataParams:
    '< KalturaAccessControlScope | time:time contexts:KalturaAccessControlContextTypeHolderArray hashes:KalturaKeyValueArray',
  KalturaEntryReplacementOptions: '| keepManualThumbnails:int pluginOptionItems:KalturaPluginReplacementOptionsArray',
  KalturaFilterPager: '< KalturaPager | ',
  KalturaFlavorAsset:
    '< KalturaAsset | flavorParamsId:int+ width:int- height:int- bitrate:int- frameRate:float- isOriginal:bool- isWeb:bool- containerFormat- videoCodecId- status:KalturaFlavorAssetStatus- language:KalturaLanguage isDefault:KalturaNullableBoolean',
  KalturaFlavorAssetFilter:
    '< KalturaFlavorAssetBaseFilter KalturaAssetFilter KalturaAssetBaseFilter KalturaRelatedFilter KalturaFilter | flavorParamsIdEqual:int statusEqual:KalturaFlavorAssetStatus',
  KalturaFlavorAssetUrlOptions: '| ',
  KalturaFlavorParams:
    '< KalturaAssetParams | videoCodec:KalturaVideoCodec videoBitrate:int audioCodec:KalturaAudioCodec audioBitrate:int audioChannels:int audioSampleRate:int width:int height:int frameRate:float gopSize:int twoPass:bool deinterlice:int rotate:int engineVersion:int format:KalturaContainerFormat aspectRatioProcessingMode:int forceFrameToMultiplication16:int isGopInSec:int isAvoidVideoShrinkFramesizeToSource:int isAvoidVideoShrinkBitrateToSource:int isVideoFrameRateForLowBrAppleHls:int anamorphicPixels:float isAvoidForcedKeyFrames:int forcedKeyFramesMode:int isCropIMX:int optimizationPolicy:int maxFrameRate:int videoConstantBitrate:int videoBitrateTolerance:int isEncrypted:int contentAwareness:float chunkedEncodeMode:int clipOffset:int clipDuration:int audioLanguages:KalturaStringArray-',
  KalturaFlavorParamsFilter:
    '< KalturaFlavorParamsBaseFilter KalturaAssetParamsFilter KalturaAssetParamsBaseFilter KalturaRelatedFilter KalturaFilter | advancedSearch:KalturaSearchItem idEqual:int isSystemDefaultEqual:KalturaNullableBoolean formatEqual:KalturaContainerFormat',
  KalturaMediaEntry:
    '< KalturaPlayableEntry KalturaBaseEntry | mediaType:KalturaMediaType+ conversionQuality+ sourceType:KalturaSourceType+ sourceVersion+ searchProviderType:KalturaSearchProviderType+ searchProviderId+ mediaDate:time- dataUrl- flavorParamsIds- isTrimDisabled:KalturaNullableBoolean- streams:KalturaStreamContainerArray',
  KalturaMediaEntryFilter:
    '< KalturaMediaEntryBaseFilter KalturaPlayableEntryFilter KalturaPlayableEntryBaseFilter KalturaBaseEntryFilter KalturaBaseEntryBaseFilter KalturaRelatedFilter KalturaFilter | lastPlayedAtGreaterThanOrEqual:time lastPlayedAtLessThanOrEqual:time lastPlayedAtLessThanOrEqualOrNull:time durationLessThan:int durationGreaterThan:int durationLessThanOrEqual:int durationGreaterThanOrEqual:int mediaTypeEqual:KalturaMediaType sourceTypeEqual:KalturaSourceType sourceTypeNotEqual:KalturaSourceType mediaDateGreaterThanOrEqual:time mediaDateLessThanOrEqual:time',
  KalturaPager: '| pageSize:int pageIndex:int',
  KalturaPlayableEntry:
    '< KalturaBaseEntry | plays:int- views:int- lastPlayedAt:time- width:int- height:int- duration:int- msDuration:int durationType:KalturaDurationType-',
  KalturaPlaybackContextOptions: '< KalturaEntryContextDataParams KalturaAccessControlScope | ',
  KalturaResource: 'abstract  | ',
  KalturaSearchCondition: '< KalturaSearchItem | ',
  KalturaSearchItem: 'abstract  | ',
  KalturaSearchOperator: '< KalturaSearchItem | type:KalturaSearchOperatorType items:KalturaSearchItemArray',
  KalturaThumbAsset: '< KalturaAsset | thumbParamsId:int+ width:int- height:int- status:KalturaThumbAssetStatus-',
  KalturaThumbParams:
    '< KalturaAssetParams | cropType:KalturaThumbCropType quality:int cropX:int cropY:int cropWidth:int cropHeight:int videoOffset:float width:int height:int scaleWidth:float scaleHeight:float sourceParamsId:int format:KalturaContainerFormat density:int stripProfiles:bool videoOffsetInPercentage:int interval:int',
  KalturaThumbnailServeOptions: '< KalturaAssetServeOptions | download:bool',
  KalturaUploadToken:
    '| id- partnerId:int- userId- status:KalturaUploadTokenStatus- fileName+ fileSize:float+ uploadedFileSize:float- createdAt:time- updatedAt:time- uploadUrl- autoFinalize:KalturaNullableBoolean+ attachedObjectType- attachedObjectId-',
  KalturaUploadTokenFilter:
    '< KalturaUploadTokenBaseFilter KalturaFilter | advancedSearch:KalturaSearchItem statusEqual:KalturaUploadTokenStatus fileSizeEqual:float',
  KalturaUploadedFileTokenResource:
    '< KalturaGenericDataCenterContentResource KalturaDataCenterContentResource KalturaContentResource KalturaResource | ',
  KalturaUrlResource:
    '< KalturaContentResource KalturaResource | forceAsyncDownload:bool urlHeaders:KalturaStringArray shouldRedirect:bool',
  KalturaUser:
    '< KalturaBaseUser | partnerId:int- status:KalturaUserStatus createdAt:time- updatedAt:time- indexedPartnerDataInt:int storageSize:int- language:KalturaLanguageCode lastLoginTime:int- statusUpdatedAt:int- deletedAt:time- userMode:KalturaUserMode capabilities:KalturaUserCapabilityArray type:KalturaUserType dateOfBirth:int gender:KalturaGender isAdmin:bool isGuest:bool+ roleNames- isAccountOwner:bool+ password+ loginEnabled:bool+ encryptedSeed- isSsoExcluded:bool externalId+',
  KalturaUserFilter:
    '< KalturaUserBaseFilter KalturaBaseUserFilter KalturaBaseUserBaseFilter KalturaRelatedFilter KalturaFilter | advancedSearch:KalturaSearchItem partnerIdEqual:int statusEqual:KalturaUserStatus createdAtGreaterThanOrEqual:time createdAtLessThanOrEqual:time updatedAtGreaterThanOrEqual:time updatedAtLessThanOrEqual:time typeEqual:KalturaUserType isAdminEqual:KalturaNullableBoolean loginEnabledEqual:KalturaNullableBoolean',
};
