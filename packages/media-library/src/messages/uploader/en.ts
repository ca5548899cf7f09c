import type { Sentences } from '../languages.ts';
import type { UploaderMessages } from './UploaderMessages.ts';

/** English. */
export const en: Sentences<UploaderMessages> = ({ number, plural }) => {
  const files = (count: number): string => plural(count, { one: '1 file', other: `${number(count)} files` });
  return {
    uploaderLabel: 'Upload to Kaltura',
    dropTitle: (kinds) => `Drop ${kinds} here`,
    kinds: { video: 'videos', image: 'images', audio: 'sounds' },
    dropText: 'You can paste them, too.',
    dropSphere: '360° is recognised by itself.',
    dropHere: 'Drop to add',
    chooseFiles: 'Choose files',
    limitSize: (size) => `Up to ${size} each`,
    limitCount: (count) => `${files(count)} at once`,
    whoSees: (hub) => `What you upload becomes part of the Kaltura account of ${hub}.`,
    cannotUploadTitle: 'You cannot upload to this hub’s Kaltura account',
    cannotUploadText:
      'The hub’s App Token does not let participants upload. Please ask your hub admin: in the hub’s settings a token without a restricting role allows it.',

    draftsLabel: (count) => `${files(count)} to upload`,
    uploadDrafts: (count) => plural(count, { one: 'Upload 1 file', other: `Upload ${number(count)} files` }),
    discardDrafts: 'Discard',
    removeDraft: (name) => `Remove ${name}`,
    nameLabel: 'Name',
    descriptionLabel: 'Description',
    tagsLabel: 'Tags',
    tagsHint: 'Separated by commas',
    moreDetails: 'Description and tags',
    saveDetails: 'Save',
    editDetails: 'Change details',
    lookingAtFile: 'Looking at the file…',

    projectionLabel: 'Shown as',
    projectionFlat: 'Flat',
    projectionSphere: '360°',
    layoutLabel: 'Layout of the two eyes',
    layoutOptions: { mono: 'Mono', 'top-bottom': 'Top-bottom', 'left-right': 'Left-right' },
    layouts: { mono: 'mono', 'top-bottom': 'top-bottom', 'left-right': 'left-right' },
    sphereFound: (evidence, layout) => `360° detected: ${evidence}, ${layout}`,
    sphereLikely: 'Looks like 360°: the picture is twice as wide as high, but the file does not say so. Is it?',
    sphereNotFound: 'Nothing in the file says 360°.',
    sphereByYou: 'You said it is 360°.',
    flatByYou: 'You said it is flat.',
    sphereTag: 'It gets the tag 360, which Kaltura’s player and the filter go by.',
    evidence: {
      'mp4.sv3d': 'spherical metadata',
      'mp4.uuid_xml': 'spherical metadata, version 1',
      'mp4.st3d': 'stereo metadata',
      'mp4.vexu': 'spherical metadata',
      'matroska.projection': 'spherical metadata',
      'matroska.tag_xml': 'spherical metadata, version 1',
      'matroska.stereo_mode': 'stereo metadata',
      'xmp.gpano': 'panorama metadata',
      'ratio.2_1': 'twice as wide as high',
      vr180: 'This is VR180: it shows the front half only, so it is not tagged 360. Kaltura’s player shows it flat.',
      cubemap: 'This is a cube map, which Kaltura’s player cannot wrap around you. Export it as equirectangular first.',
      partial:
        'The file says that it shows a part of the sphere only, so it is not tagged 360. Kaltura’s player shows it flat.',
      'unstitched.insta360':
        'This is the original of an Insta360 camera: two fisheye pictures. Export it as 360° video in Insta360 Studio first.',
      'unstitched.gopro_max':
        'This is the original of a GoPro 360 camera. Export it as 360° video in GoPro Player first.',
      'unstitched.dual_fisheye':
        'This looks like two fisheye pictures side by side. Let the camera’s own program stitch them to 360° first.',
      heic: 'HEIC pictures cannot be shown in browsers. Export it as JPEG first.',
    },
    questionTitle: 'Looks like 360° (2:1): is it?',
    questionText: 'The upload goes on meanwhile; your answer is needed before the entry is made.',
    questionYes: 'Yes, 360°',
    questionNo: 'No, flat',

    refusedTitle: (count) =>
      plural(count, { one: '1 file was not taken', other: `${number(count)} files were not taken` }),
    refusedMore: (count) => `Show ${number(count)} more`,
    dismissRefused: 'Dismiss',
    refusals: {
      empty: 'It is empty (0 bytes). Check that it was copied or exported completely.',
      too_large: 'It is too large. Export it smaller, or ask your hub admin.',
      kind_not_wanted: 'This kind of media cannot be added here.',
      type_unknown: 'This type of file cannot be uploaded here. Export it as MP4, JPEG or MP3.',
      content_differs: 'Its content is not what its ending says. Export it again instead of renaming it.',
      unreadable: 'The browser cannot read it. Check that it is still there and not open in another program.',
      heic: 'HEIC and AVIF pictures cannot be shown in every browser. Export it as JPEG or PNG.',
      needs_stitching:
        'This is a 360° camera’s original, which has to be stitched first. Export it as 360° video or picture in the camera’s program.',
      folder: 'Folders cannot be uploaded. Open it and drop the files in it.',
      too_many: 'There are too many files at once. Upload these first, then the others.',
    },
    refusedSize: (size, limit) =>
      `It has ${size}; up to ${limit} can be uploaded here. Export it smaller, or ask your hub admin.`,
    refusedCount: (limit) => `${files(limit)} can be uploaded at once. Upload these first, then the others.`,

    trayLabel: 'Uploads to Kaltura',
    trayUploading: (count) => `Uploading ${files(count)}`,
    trayPaused: (count) => plural(count, { one: '1 upload is paused', other: `${number(count)} uploads are paused` }),
    trayProcessing: (count) => `Kaltura is processing ${files(count)}`,
    trayDone: (count) => plural(count, { one: '1 file is in Kaltura', other: `${number(count)} files are in Kaltura` }),
    trayFailed: (count) => plural(count, { one: '1 upload failed', other: `${number(count)} uploads failed` }),
    trayCancelled: (count) =>
      plural(count, { one: '1 upload was cancelled', other: `${number(count)} uploads were cancelled` }),
    trayAsks: (count) =>
      plural(count, { one: '1 upload has a question', other: `${number(count)} uploads have a question` }),
    trayResume: (count) =>
      plural(count, { one: '1 upload waits for its file', other: `${number(count)} uploads wait for their files` }),
    expand: 'Show uploads',
    collapse: 'Hide uploads',
    clearFinished: 'Clear finished',
    uploadsLabel: 'Uploads',
    waitsForSession: 'What has arrived is kept for 7 days: resume the upload once this is settled.',
    forgetful:
      'This browser keeps nothing here (a private window, or no room left). After a reload these uploads would begin anew: keep the page open.',
    totalProgress: 'All uploads',
    progressOf: (name) => `Upload of ${name}`,
    bytesOf: (done, total) => `${done} of ${total}`,
    timeLeft: (time) => `${time} left`,
    almostThere: 'almost there',

    queued: 'Waits for its turn',
    paused: (percent) => `Paused at ${percent}`,
    attaching: 'All there. Making the entry in Kaltura…',
    converting: 'Kaltura is processing it.',
    readyImage: 'Ready',
    readyChecking: 'Playable. Kaltura is still making DASH…',
    readyDash: 'Ready, streams with DASH',
    readyNoDash: {
      no_dash_flavor:
        'Playable. DASH is not available: the conversion profile has no DASH flavor. Your hub admin can choose another one.',
      dash_flavor_failed:
        'Playable. DASH is not available: Kaltura could not make the renditions for it. Upload the file again, or ask your hub admin.',
      not_offered:
        'Playable. DASH is not available: the account’s rules offer you no DASH stream. Please ask your hub admin.',
    },
    cancelled: 'Cancelled. Nothing of it stays in Kaltura.',
    waitsNetwork: 'Waits for the network and goes on by itself.',
    waitsSession: 'Waits for Kaltura to let you in, and goes on by itself.',
    waitsKaltura: 'Waits for Kaltura to recover, and goes on by itself.',
    waitsTab: 'Another tab is uploading this file. What comes of it shows here, too.',
    waitsAnswer: 'All there. Only your answer is missing.',
    waitsFile: (fileName, percent) =>
      `Choose ${fileName} again to ${percent === null ? 'upload it from its start' : `go on from ${percent}`}. It stays possible for 7 days.`,
    waitsResume: (percent) => `Interrupted at ${percent ?? 'its start'}. Resume it within 7 days.`,
    otherFile: (fileName) => `That is another file. Choose the same ${fileName} as before, or cancel this upload.`,
    otherFiles: (fileNames) => `None of these uploads waits for ${fileNames}.`,
    pause: (name) => `Pause ${name}`,
    resume: (name) => `Resume ${name}`,
    cancel: (name) => `Cancel ${name}`,
    retry: 'Try again',
    forget: (name) => `Remove ${name} from this list`,
    chooseAgain: 'Choose the file again',
    chooseAllAgain: (count) => `Choose the ${number(count)} files again`,
    goOn: 'Resume',
    goOnWithAll: (count) => `Resume ${number(count)} uploads`,
    importUpload: (name) => `Import ${name}`,
    importShort: 'Import',
    imported: 'In this space',
    importFailed: 'It was not imported. Please try again.',
    problems: {
      file_changed: {
        title: 'The file was changed meanwhile',
        text: 'Parts of two versions do not make one film. Choose the file as it is now and upload it anew.',
      },
      file_unreadable: {
        title: 'The file cannot be read any more',
        text: 'It was moved, changed or deleted, or its disk is gone. Choose it again to upload it anew.',
      },
      type_refused: {
        title: 'Kaltura does not accept this file',
        text: 'The account allows other types, or the content is not what it claims. Export it as MP4, JPEG or MP3.',
      },
      account_blocked: {
        title: 'The Kaltura account is blocked or full',
        text: 'Your hub admin or the Kaltura administrator can make room or open it again. What has arrived is kept for 7 days; then try again.',
      },
      forbidden: {
        title: 'Kaltura does not allow this upload',
        text: 'Your Kaltura user may not add media. Trying again does not help: please ask your hub admin which rights the hub’s App Token gives.',
      },
      session_refused: {
        title: 'Kaltura does not let you in any more',
        text: 'What has arrived is kept for 7 days. Your hub admin sees the reason in the hub’s settings; then try again.',
      },
      conversion_failed: {
        title: 'Kaltura could not convert the file',
        text: 'Often the file is damaged or unusual. Play it to the end, export it as MP4 (H.264) and upload that.',
      },
      import_failed: {
        title: 'Kaltura could not take in the file',
        text: 'Please upload it anew. If it stays, tell your hub admin.',
      },
      awaits_moderation: {
        title: 'Waits for approval',
        text: 'This account checks new media first. Once it is approved in Kaltura, it is in your library.',
      },
      rejected: {
        title: 'Not approved',
        text: 'Somebody who checks new media in Kaltura has rejected it. Please ask your hub admin.',
      },
      deleted: {
        title: 'Deleted in Kaltura',
        text: 'Somebody deleted the entry. Upload the file anew if you still need it.',
      },
      profile_unknown: {
        title: 'The conversion profile is gone',
        text: 'The hub’s settings name a conversion profile that the account does not have. Your hub admin can choose another one; then try again.',
      },
      unsafe_text: {
        title: 'Kaltura does not accept the name or description',
        text: 'They hold something that looks like HTML. Change the details, then try again.',
      },
      upstream: {
        title: 'Kaltura did not answer as it should',
        text: 'What has arrived is kept for 7 days. Please try again in a moment.',
      },
      internal: { title: 'The upload stopped', text: 'Please try again. If it stays, reload the page.' },
    },

    announceStart: (name) => `Uploading ${name}.`,
    announceProgress: (name, percent) => `${name}: ${percent} uploaded.`,
    announceTotal: (percent, count) => `${percent} of ${files(count)} uploaded.`,
    announceDone: (name) => `${name} is uploaded. Kaltura is processing it.`,
    announceReady: (name) => `${name} is ready.`,
    announceFailed: (name, reason) => `${name}: ${reason}.`,
  };
};
