import type { Sentences } from '../languages.ts';
import type { AccountMessages } from './AccountMessages.ts';

/** English. */
export const en: Sentences<AccountMessages> = ({ number, plural }) => ({
  noHubs: 'You are in no hub yet. As soon as you are, you will see here whether Kaltura works for you there.',
  loading: 'Looking up how you are connected…',

  connected: 'Connected',
  limited: 'Limited',
  untried: 'Not used yet',
  needsYou: 'Needs you',
  needsAdmin: 'Needs your admin',
  notInPlan: 'Not in this plan',
  paused: 'Paused',
  notConnected: 'Not connected',
  unavailable: 'Not available now',

  connectedState: {
    title: 'Kaltura works for you in this hub',
    text: 'Find your media in the media library, under “From Kaltura”.',
  },
  limitedState: {
    title: 'Kaltura works for you, but without uploads',
    text: 'You can browse and import. Uploading is not among the rights that your hub gives; your hub admin can change that.',
  },
  untriedState: {
    title: 'Kaltura is set up in this hub, and nobody has used it yet',
    text: 'Check now, or just open “From Kaltura” in the media library.',
  },
  problems: {
    offline: { title: 'You are offline', text: 'What is known is shown below. Check again once you are connected.' },
    network: {
      title: 'It cannot be found out right now',
      text: 'The connection failed or a network filter is in the way. Please check again in a moment.',
    },
    forbidden: {
      title: 'Kaltura does not allow this',
      text: 'Your Kaltura user may not list media. Trying again does not help: please ask your hub admin which rights the hub’s App Token gives.',
    },
    kaltura_unavailable: {
      title: 'Kaltura does not answer',
      text: 'It is overloaded or under maintenance. Please check again in a moment.',
    },
    kaltura_error: {
      title: 'Kaltura could not answer',
      text: 'Check again in a moment. If it stays, tell your hub admin.',
    },
    token_missing: { title: 'You are not signed in', text: 'Sign in, then open this page again.' },
    unknown: { title: 'Something went wrong', text: 'It could not be found out. Please check again in a moment.' },
  },

  userLabel: 'You in Kaltura',
  created: (date) => `Created for you on ${date}.`,
  createdNoLogin:
    'It has no password and no sign-in of its own: it works from here, and does not open MediaSpace (KMS) or Kaltura’s console.',
  matched: (date) => `A Kaltura user that was there before; yours from here since ${date}.`,
  matchedNoLogin: 'No sign-in to MediaSpace (KMS) comes with this. If you have one already, it stays as it is.',
  expected: 'This is who you will be. The user is found, or created, when you first use Kaltura from here.',
  notYours: 'This is the user that your sign-in stands for. It is not yours from here yet.',
  noUser: 'It is not known yet who you are there.',

  seesLabel: 'What you see',
  seesAll: 'All media of this hub’s Kaltura account, except what Kaltura’s own access rules keep from you.',
  seesOwn: 'Your own media. That is a rule for lists: what others place in a space, you can still see there.',
  mayLabel: 'What you can do',
  mayUpload: 'Import and upload media, and treat your own as 360°.',
  mayNotUpload: 'Import media. Uploading is not among the rights your hub gives.',
  notKnownYet: 'Kaltura says so at the first use.',
  accountLabel: 'Kaltura account',
  accountText: (partnerId, host) => `${partnerId} at ${host}`,

  lastCheckLabel: 'Last successful check',
  lastCheck: (when) => `${when}, by somebody of this hub.`,
  lastCheckOwn: (when) => `${when}, by you.`,
  neverChecked: 'Nobody of this hub has used it yet.',
  checkNow: 'Check now',
  checkAgain: 'Check again',
  checking: 'Checking…',
  checkCreates: 'Checking signs you in to Kaltura, which creates your user there if there is none.',
  checkDone: (media) =>
    plural(media, {
      one: 'Kaltura answered just now. 1 item is ready for you to import.',
      other: `Kaltura answered just now. ${number(media)} items are ready for you to import.`,
    }),
  checkFailed: 'The check has failed just now.',

  uploadsTitle: 'Your uploads',

  sendTitle: 'Send this to your hub admin',
  sendText: 'It says all they need, and holds no secret.',
  copy: 'Copy the text',
  copied: 'Copied.',
  copyFailed: 'It could not be copied: select the text and copy it yourself.',
  letter: ({ hub, what, request, code, reference, account, user, when }) =>
    [
      `Hello, this is about Kaltura in the hub “${hub}”.`,
      '',
      `What I see: ${what}.`,
      request,
      '',
      ...line('Code', code),
      ...line('Reference for support', reference),
      ...line('Kaltura account', account),
      ...line('My Kaltura user', user),
      `Seen: ${when}`,
    ].join('\n'),
  requests: {
    test: 'Could you open the hub’s settings, Kaltura, and run “Save & test”? It says what to change.',
    connect: 'Could you connect the hub to our Kaltura account, in the hub’s settings?',
    plan: 'Could you find out whether our plan can include Kaltura, or tell me whom to ask?',
    resume: 'Could you tell me when it goes on? It is resumed in the hub’s settings, Kaltura.',
    allowUploads: 'Could you give the App Token a role that may upload?',
    unblock: 'Could you, or whoever administers our Kaltura account, unblock my Kaltura user?',
    tellApart:
      'Kaltura cannot tell my address from another user’s that differs in accents only. Could one of the two be changed?',
    freeUser:
      'Another account of this hub has my Kaltura user; it may be a former one of mine. Could you, or whoever operates this site, free that user?',
    letIn: 'Could you give me access to Kaltura in this hub?',
    allowPage: 'Could you ask the operator to add the address of our page to those that may use Kaltura?',
  },
});

const line = (label: string, value: string | null): string[] => (value === null ? [] : [`${label}: ${value}`]);
