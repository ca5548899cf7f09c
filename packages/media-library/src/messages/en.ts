import type { Sentences } from './languages.ts';
import type { Messages } from './Messages.ts';

/** English. Its sentences for what the exchange may say are in `enExchange.ts`, loaded when it says them. */
export const en: Sentences<Messages> = ({ number, plural }) => {
  const items = (count: number): string => plural(count, { one: '1 item', other: `${number(count)} items` });
  const results = (count: number): string => plural(count, { one: '1 result', other: `${number(count)} results` });
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
    upload: 'Upload',
    backToLibrary: 'Back to the library',
    dropToUpload: 'Drop to upload to Kaltura',

    libraryLabel: 'Kaltura media',
    libraryHelp:
      'Arrow keys move, Space selects, Shift with an arrow key extends the selection, Enter imports, F2 opens options, typing letters jumps to a name.',
    resultCount: results,
    resultCountUpTo: (count) => `Up to ${results(count)}`,
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
    imported: 'In this space',
    untitled: 'Untitled',
    plays: (count) => plural(count, { one: '1 play', other: `${number(count)} plays` }),
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
    columnOptions: 'Options',
    entryOptions: 'Options',
    optionsFailed: 'The options could not be loaded. Check your connection, then try again.',

    selectionLabel: 'Selection',
    nothingSelected: 'Choose media to import.',
    selectedCount: (count) => `${number(count)} selected`,
    selectedCountOf: (count, max) => `${number(count)} of ${number(max)} selected`,
    selectionFull: (max) => `You can select up to ${items(max)}.`,
    clearSelection: 'Clear selection',
    importSelected: (count) => `Import ${items(count)}`,
    importing: (count) => `Importing ${items(count)}…`,
    importDone: (count) => `${items(count)} imported.`,
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
      'Only media tagged “360” in Kaltura counts as 360°. If yours is missing, clear the filter and treat it as 360° in its options.',
    noResultSignsText:
      'Kaltura searches for words. Signs and emoji alone cannot be found: add a word, or clear the search.',
    referenceId: (requestId) => `Reference for support: ${requestId}`,
    problems,
  };
};

const askAdmin = 'Trying again does not help: please ask your hub admin';
const tryLater = 'Please try again in a moment';

const problems: Messages['problems'] = {
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
};
