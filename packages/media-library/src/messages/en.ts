import type { Catalogue, ProblemMessage } from './Messages.ts';
import type { ProblemCode } from './ProblemCode.ts';

/** English, the complete catalogue; every other language has the same shape. */
export const en: Catalogue = ({ number, plural }) => {
  const items = (count: number): string => plural(count, { one: '1 item', other: `${number(count)} items` });
  return {
    language: 'en',

    tabLabel: 'From Kaltura',

    toolbarLabel: 'Search and filter',
    searchLabel: 'Search Kaltura',
    searchPlaceholder: 'Search by name, tag or description',
    clearSearch: 'Clear search',
    typeLabel: 'Type',
    typeAll: 'All types',
    typeVideo: 'Videos',
    typeImage: 'Images',
    typeAudio: 'Sounds',
    sphericalOnly: '360° only',
    scopeLabel: 'Whose media',
    scopeMine: 'Mine',
    scopeAll: 'Everyone’s',
    sortLabel: 'Sort by',
    sortRelevance: 'Relevance',
    sortRecent: 'Most recent',
    sortName: 'Name',
    sortPlays: 'Most played',
    sortDuration: 'Longest',
    viewLabel: 'View',
    viewGrid: 'Grid',
    viewList: 'List',
    clearFilters: 'Clear filters',

    libraryLabel: 'Kaltura media',
    libraryHelp:
      'Arrow keys move, Space selects, Shift with an arrow key extends the selection, Enter imports, typing letters jumps to a name.',
    loading: 'Loading media…',
    resultCount: (count) => plural(count, { one: '1 result', other: `${number(count)} results` }),
    resultCountUpTo: (count) => plural(count, { one: 'Up to 1 result', other: `Up to ${number(count)} results` }),
    shownOf: (shown, total) => `${number(shown)} of ${number(total)} shown`,
    loadMore: 'Load more',
    loadingMore: 'Loading more…',
    loadMoreFailed: 'The next items could not be loaded. What is shown stays; try again.',
    allShown: 'That’s everything.',
    truncated: (count) =>
      `Kaltura gives only the first ${number(count)} in this order. Search, filter or sort by date to get to the others.`,

    mediaVideo: 'Video',
    mediaImage: 'Image',
    mediaAudio: 'Sound',
    spherical: '360°',
    sphericalSpoken: '360 degrees',
    imported: 'In this space',
    untitled: 'Untitled',
    plays: (count) => plural(count, { one: '1 play', other: `${number(count)} plays` }),
    addedOn: (date) => `Added ${date}`,
    ownedBy: (userId) => `Owner: ${userId}`,
    statusProcessing: 'Processing',
    statusUploading: 'Waiting for its file',
    statusFailed: 'Failed',
    statusBlocked: 'Blocked',
    statusModerated: 'Awaiting approval',
    statusDeleted: 'Deleted',
    columnName: 'Name',
    columnType: 'Type',
    columnDuration: 'Length',
    columnPlays: 'Plays',
    columnAdded: 'Added',
    columnOwner: 'Owner',
    columnStatus: 'Status',

    selectionLabel: 'Selection',
    selectedCount: (count) => `${number(count)} selected`,
    selectedCountOf: (count, max) => `${number(count)} of ${number(max)} selected`,
    selectionFull: (max) => `You can select up to ${items(max)}.`,
    clearSelection: 'Clear selection',
    importSelected: (count) => plural(count, { one: 'Import 1 item', other: `Import ${number(count)} items` }),
    importing: (count) => plural(count, { one: 'Importing 1 item…', other: `Importing ${number(count)} items…` }),
    importDone: (count) => plural(count, { one: '1 item imported.', other: `${number(count)} items imported.` }),
    importFailed: 'Nothing was imported. Your selection is kept; try again.',
    importProcessingNote: 'Still processing in Kaltura: it becomes playable by itself.',

    retry: 'Try again',
    retrying: 'Trying again…',
    emptyTitle: 'Nothing here yet',
    emptyText: 'As soon as there are videos, images or sounds in your Kaltura account, you will find them here.',
    noResultTitle: 'Nothing found',
    noResultText: 'Check the spelling, use fewer words or clear the filters.',
    noResultFor: (search) => `Nothing found for “${search}”`,
    noResultSphericalText:
      'Only media tagged “360” in Kaltura counts as 360°. If yours is missing, add the tag 360 to it in Kaltura, or clear the filter.',
    noResultSignsText:
      'Kaltura searches for words. Signs and emoji alone cannot be found: add a word, or clear the search.',
    referenceId: (requestId) => `Reference for support: ${requestId}`,
    problems,
  };
};

const askAdmin = 'Trying again does not help: please ask your hub admin';
const tryLater = 'Please try again in a moment';

const misfit: ProblemMessage = {
  title: 'This page and the Kaltura connection do not fit together',
  text: 'Reload the page to get its latest version. If it stays, tell your hub admin.',
};

const problems: Readonly<Record<ProblemCode, ProblemMessage>> = {
  // Found out by the browser
  offline: { title: 'You are offline', text: 'The library comes back by itself as soon as you are connected again.' },
  network: {
    title: 'The library cannot be reached',
    text: `The connection failed or a network filter is in the way. ${tryLater}.`,
  },
  forbidden: {
    title: 'Kaltura does not allow this',
    text: `Your Kaltura user may not list this media. ${askAdmin} which rights the hub’s App Token gives.`,
  },
  host_token_failed: {
    title: 'We could not confirm who you are',
    text: 'This page did not get a sign-in token for you. Reload the page; if that does not help, sign in again.',
  },
  session_expired: {
    title: 'Your Kaltura session has ended',
    text: 'It could not be renewed by itself. Try again; if that does not help, reload the page.',
  },
  kaltura_unavailable: {
    title: 'Kaltura does not answer',
    text: `It is overloaded or under maintenance. ${tryLater}; your selection is kept.`,
  },
  kaltura_bad_answer: {
    title: 'Kaltura sent something unreadable',
    text: `Usually this passes by itself. ${tryLater}; if it stays, tell your hub admin.`,
  },
  kaltura_error: {
    title: 'Kaltura could not answer this request',
    text: 'Try again, or change the search or the filters. If it stays, tell your hub admin.',
  },
  unknown: { title: 'Something went wrong', text: `The media could not be loaded. ${tryLater}.` },

  // Said by the exchange: the person can do something
  email_not_verified: {
    title: 'Your e-mail address is not confirmed yet',
    text: 'Kaltura knows you by your e-mail address. Confirm it in your account, then try again.',
  },
  email_not_supported: {
    title: 'Your e-mail address cannot be used with Kaltura',
    text: 'It holds characters that Kaltura user ids cannot have. Use another address in your account, or ask your hub admin.',
  },
  email_ambiguous: {
    title: 'Your address is too close to another Kaltura user’s',
    text: `Kaltura cannot tell the two apart, so you are not signed in as somebody else. ${askAdmin} to change one of the two.`,
  },
  reauth_required: {
    title: 'Please sign in again',
    text: 'Your sign-in is too long ago for this. Sign in again, then come back.',
  },
  token_missing: {
    title: 'You are not signed in',
    text: 'Sign in, then open the library again.',
  },
  token_invalid: {
    title: 'Your sign-in was not accepted',
    text: 'Reload the page and sign in again. If it stays, tell your hub admin.',
  },
  token_expired: {
    title: 'Your sign-in has expired',
    text: 'Try again; if that does not help, reload the page.',
  },
  token_replayed: {
    title: 'This request was already used',
    text: 'Try again: a fresh one is made for you.',
  },
  rate_limited: {
    title: 'That was a little too fast',
    text: 'Please wait a minute, then try again.',
  },

  // The hub admin can do something
  plan_not_entitled: {
    title: 'Kaltura is not part of this hub’s plan',
    text: 'Media from Kaltura comes with the Enterprise and University plans. Your hub admin can change the plan.',
  },
  not_connected: {
    title: 'This hub is not connected to Kaltura yet',
    text: 'A hub admin connects it in the hub’s settings; then your Kaltura media appears here.',
  },
  role_required: {
    title: 'Your role does not include this',
    text: `${askAdmin} for another role.`,
  },
  connection_misconfigured: {
    title: 'The connection to Kaltura is set up wrongly',
    text: `${askAdmin} to run “Save & test” in the hub’s settings.`,
  },
  upstream_refused: {
    title: 'Kaltura refuses this hub’s App Token',
    text: `It was deleted, has expired or does not match. ${askAdmin} to renew it in the hub’s settings.`,
  },
  secret_unreadable: {
    title: 'The stored App Token cannot be read any more',
    text: `${askAdmin} to enter it again in the hub’s settings.`,
  },
  session_pool_killed: {
    title: 'This hub’s Kaltura sessions were ended',
    text: `Something ended all of them at once. ${askAdmin} to replace the App Token in the hub’s settings.`,
  },
  kaltura_user_blocked: {
    title: 'Your Kaltura user is blocked',
    text: `${askAdmin} or your Kaltura administrator to unblock it.`,
  },
  origin_not_allowed: {
    title: 'This page may not use the Kaltura connection',
    text: `Its address is not on the list of allowed pages. ${askAdmin} or the operator to add it.`,
  },
  not_found: {
    title: 'That does not exist',
    text: 'It may have been removed. Reload the page; if it stays, tell your hub admin.',
  },

  // Passing troubles of the service
  upstream_unavailable: {
    title: 'Kaltura does not answer',
    text: `It is overloaded or under maintenance. ${tryLater}.`,
  },
  upstream_timeout: { title: 'Kaltura takes too long to answer', text: `${tryLater}.` },
  upstream_bad_response: {
    title: 'Kaltura sent something unreadable',
    text: `Usually this passes by itself. ${tryLater}; if it stays, tell your hub admin.`,
  },
  breaker_open: {
    title: 'Kaltura is having trouble',
    text: `It failed several times in a row, so we give it a break. ${tryLater}.`,
  },
  storage_unavailable: { title: 'The Kaltura connection is not available right now', text: `${tryLater}.` },
  storage_full: {
    title: 'The Kaltura connection is not available right now',
    text: 'Its storage is full and the operator has to make room. Please try again later.',
  },
  draining: { title: 'The Kaltura connection is restarting', text: `${tryLater}.` },
  keys_unavailable: {
    title: 'Your sign-in cannot be checked right now',
    text: `The keys for it could not be loaded. ${tryLater}; if it stays, tell your hub admin.`,
  },
  internal: {
    title: 'The Kaltura connection failed',
    text: `It is not your fault. ${tryLater}; if it stays, tell your hub admin the reference below.`,
  },

  // Only the settings of a hub can meet these
  secret_required: {
    title: 'The secret has to be entered again',
    text: 'It belongs to the address and account it was entered with. Enter it again, then save.',
  },
  service_url_not_allowed: {
    title: 'This Kaltura address is not allowed',
    text: 'Choose one of the listed addresses, or ask the operator to allow yours.',
  },
  invalid_field: { title: 'Something in the form is not right', text: 'Correct the marked fields, then save again.' },
  changed_meanwhile: {
    title: 'Somebody else changed this meanwhile',
    text: 'Reload to see the latest state, then make your change again.',
  },

  // A page and a service that do not fit together
  malformed_json: misfit,
  method_not_allowed: misfit,
  unsupported_media_type: misfit,
  too_large: misfit,
  if_match_required: misfit,
};
