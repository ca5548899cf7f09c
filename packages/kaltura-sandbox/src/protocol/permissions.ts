import type { SessionKind } from '../session/Session.ts';

// An entry asked for without a KS is answered as one that does not exist, so `get` has to be reached.
const anybody =
  'baseEntry.get media.get baseEntry.flag baseEntry.servePlaybackKey media.flag partner.getPublicInfo partner.getSecrets partner.register partner.registrationValidation ' +
  'permission.getCurrentPermissions playlist.execute session.end session.impersonate session.start session.startWidgetSession ' +
  'system.getTime system.getVersion system.ping system.pingDatabase thumbAsset.serve thumbAsset.serveByEntryId ' +
  'user.generateQrCode user.login user.loginByLoginId user.resetPassword user.setInitialPassword user.updateLoginData user.validateHashKey';

// Whose an entry is comes before what a session may do: a widget's change of an entry is refused by the entry, not by the role.
const widget =
  'media.addContent media.delete media.update media.updateContent baseEntry.addContent baseEntry.delete baseEntry.update baseEntry.updateContent ' +
  'appToken.startSession baseEntry.anonymousRank baseEntry.count baseEntry.get baseEntry.getByIds baseEntry.getContextData ' +
  'baseEntry.getPlaybackContext baseEntry.getRemotePaths baseEntry.list baseEntry.listByReferenceId ' +
  'flavorAsset.getByEntryId flavorAsset.getRemotePaths flavorAsset.getUrl flavorAsset.getVolumeMap flavorAsset.getWebPlayableByEntryId flavorAsset.list ' +
  'media.anonymousRank media.count media.get media.getVolumeMap media.list ' +
  'thumbAsset.get thumbAsset.getByEntryId thumbAsset.getRemotePaths thumbAsset.getUrl thumbAsset.list uploadToken.get uploadToken.list user.get';

const user =
  `${widget} baseEntry.add baseEntry.addContent baseEntry.addFromUploadedFile baseEntry.clone baseEntry.delete baseEntry.recycle ` +
  'baseEntry.restoreRecycled baseEntry.update baseEntry.updateContent baseEntry.updateThumbnailFromSourceEntry baseEntry.updateThumbnailFromUrl ' +
  'baseEntry.updateThumbnailJpeg baseEntry.upload flavorAsset.add flavorAsset.setContent flavorAsset.update ' +
  'media.add media.addContent media.addFromEntry media.addFromFlavorAsset media.addFromRecordedWebcam media.addFromSearchResult ' +
  'media.addFromUploadedFile media.addFromUrl media.convert media.delete media.getMrss media.requestConversion media.update media.updateContent ' +
  'media.updateThumbnail media.updateThumbnailFromSourceEntry media.updateThumbnailFromUrl media.updateThumbnailJpeg media.upload ' +
  'partner.listFeatureStatus partner.listPartnersForUser thumbAsset.add thumbAsset.addFromImage thumbAsset.addFromUrl thumbAsset.generate ' +
  'thumbAsset.setAsDefault thumbAsset.setContent thumbAsset.update uploadToken.add uploadToken.delete uploadToken.upload user.serveCsv eSearch.searchEntry';

const names = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().split(' '));
const [forAnybody, forWidgets, forUsers] = [names(anybody), names(widget), names(user)];

/** Whether a session of this kind may call the action at all (stock roles). An administrator may call everything. */
export function isPermitted(kind: SessionKind, service: string, action: string): boolean {
  const name = `${service}.${action}`.toLowerCase();
  if (forAnybody.has(name) || kind === 'admin') return true;
  return (kind === 'widget' && forWidgets.has(name)) || (kind === 'user' && forUsers.has(name));
}

/** Roles a session may ask for with `setrole:`, and what they leave of a session's rights. Undefined for an unknown role. */
export function isPermittedByRole(role: string, service: string, action: string): boolean | undefined {
  return role === 'PLAYBACK_BASE_ROLE' ? isPermitted('widget', service, action) : undefined;
}
