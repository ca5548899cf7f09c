import type { LocalProblemCode, ProblemCode } from './ProblemCode.ts';
import type { AccountMessages } from './account/AccountMessages.ts';
import type { ProjectionMessages } from './projection/ProjectionMessages.ts';
import type { UploaderMessages } from './uploader/UploaderMessages.ts';
import type { SettingsMessages } from './settings/SettingsMessages.ts';

/** What a host may replace: any sentence, any problem by its code, and any sentence of a part by the part's name. */
export type MessageOverrides = Partial<Omit<Messages, 'problems'>> & {
  readonly problems?: Partial<Record<ProblemCode, ProblemMessage>>;
  readonly features?: FeatureOverrides;
};

export type FeatureOverrides = { readonly [Name in keyof FeatureMessages]?: Partial<FeatureMessages[Name]> };

/** What is said by parts that are loaded later, in catalogues of their own. */
export interface FeatureMessages {
  readonly account: AccountMessages;
  readonly projection: ProjectionMessages;
  readonly uploader: UploaderMessages;
  readonly settings: SettingsMessages;
}

/** What happened, and what to do next, including whether trying again helps. */
export interface ProblemMessage {
  readonly title: string;
  readonly text: string;
}

/** Every sentence that browsing shows, in one language. */
export interface Messages {
  /** BCP 47 tag of the language these sentences are in. */
  readonly language: string;
  readonly tabLabel: string;

  // Toolbar
  readonly toolbarLabel: string;
  readonly searchLabel: string;
  readonly searchPlaceholder: string;
  readonly clearSearch: string;
  readonly typeLabel: string;
  readonly typeAll: string;
  readonly typeVideo: string;
  readonly typeImage: string;
  readonly typeAudio: string;
  readonly sphericalOnly: string;
  readonly scopeLabel: string;
  readonly scopeMine: string;
  readonly scopeAll: string;
  readonly sortLabel: string;
  readonly sortRelevance: string;
  readonly sortRecent: string;
  readonly sortName: string;
  readonly sortPlays: string;
  readonly sortDuration: string;
  readonly viewLabel: string;
  readonly viewGrid: string;
  readonly viewList: string;
  readonly clearFilters: string;
  readonly upload: string;
  readonly backToLibrary: string;
  readonly dropToUpload: string;

  // Results
  readonly libraryLabel: string;
  readonly libraryHelp: string;
  readonly resultCount: (count: number) => string;
  readonly resultCountUpTo: (count: number) => string;
  readonly shownOf: (shown: number, total: number) => string;
  readonly loadMore: string;
  readonly loadingMore: string;
  readonly loadMoreFailed: string;
  readonly allShown: string;
  readonly truncated: (count: number) => string;

  // One entry
  readonly mediaVideo: string;
  readonly mediaImage: string;
  readonly mediaAudio: string;
  readonly spherical: string;
  readonly imported: string;
  readonly untitled: string;
  readonly plays: (count: number) => string;
  readonly statusProcessing: string;
  readonly statusUploading: string;
  readonly statusFailed: string;
  readonly statusBlocked: string;
  readonly statusModerated: string;
  readonly statusDeleted: string;
  readonly columnName: string;
  readonly columnType: string;
  readonly columnDuration: string;
  readonly columnPlays: string;
  readonly columnAdded: string;
  readonly columnOwner: string;
  readonly columnOptions: string;
  readonly entryOptions: string;
  readonly optionsFailed: string;

  // Selecting and importing
  readonly selectionLabel: string;
  readonly nothingSelected: string;
  readonly selectedCount: (count: number) => string;
  readonly selectedCountOf: (count: number, max: number) => string;
  readonly selectionFull: (max: number) => string;
  readonly clearSelection: string;
  readonly importSelected: (count: number) => string;
  readonly importing: (count: number) => string;
  readonly importDone: (count: number) => string;
  readonly importFailed: string;
  readonly importProcessingNote: string;

  // Nothing to show
  readonly retry: string;
  readonly retrying: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly noResultTitle: string;
  readonly noResultText: string;
  readonly noResultFor: (search: string) => string;
  readonly noResultSphericalText: string;
  readonly noResultSignsText: string;
  readonly referenceId: (requestId: string) => string;
  /** By cause. What the exchange may say is in English loaded when it says it: ask `useProblemMessage`. */
  readonly problems: Readonly<Record<LocalProblemCode, ProblemMessage> & Partial<Record<ProblemCode, ProblemMessage>>>;
}
