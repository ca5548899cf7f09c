import type { Sentences } from '../languages.ts';
import type { ProjectionMessages } from './ProjectionMessages.ts';

/** English. */
export const en: Sentences<ProjectionMessages> = () => ({
  title: 'Treat as 360°',
  choiceLabel: 'Shown as',
  flat: 'Flat',
  flatText: 'An ordinary picture or film.',
  mono: '360°',
  monoText: 'One picture all around, as most 360° cameras make it.',
  topBottom: '360° in 3D, top and bottom',
  topBottomText: 'One picture for each eye, one above the other.',
  leftRight: '360° in 3D, side by side',
  leftRightText: 'One picture for each eye, one beside the other.',
  layoutNotKept:
    'Another system uses the field in which the layout for 3D would be noted, so this can be shown around you, but not in 3D.',
  effect:
    'The tag “360” is added in Kaltura, or taken away, for everybody who uses it there. What was imported before stays as it was imported.',
  save: 'Save',
  cancel: 'Cancel',

  saving: (name) => `Changing “${name}”…`,
  savedFlat: (name) => `“${name}” is no longer treated as 360°.`,
  savedMono: (name) => `“${name}” is now treated as 360°.`,
  savedTopBottom: (name) => `“${name}” is now treated as 360° in 3D, top and bottom.`,
  savedLeftRight: (name) => `“${name}” is now treated as 360° in 3D, side by side.`,
  undone: (name) => `“${name}” is as it was before.`,
  undo: 'Undo',
  dismiss: 'Dismiss',

  notYours: (name, owner) =>
    `“${name}” stays as it was: it belongs to ${owner}, and Kaltura lets only its owner and its editors change it. Ask them.`,
  noRight: (name) =>
    `“${name}” stays as it was: your Kaltura user may not change it. Ask your hub admin which rights the hub’s App Token gives.`,
  gone: (name) => `“${name}” is no longer in Kaltura. Search again to see what is there.`,
  notKept: (name) =>
    `Kaltura did not keep the change of “${name}”: somebody else changes it too, or your role does not include its tags. Try again, or ask your hub admin.`,
  unchanged: (name) => `“${name}” stays as it was.`,
});
