import type { AuditAction, CheckFinding, CheckId } from '@spaces-kaltura/client/exchange';
import type { PasteFault } from '../../settings/appToken/readAppTokenAnswer.ts';
import type { ConnectionChange } from '../../settings/connection/connectionChanges.ts';
import type { ConnectionField } from '../../settings/connection/ConnectionDraft.ts';
import type { KalturaRegion } from '../../settings/connection/kalturaRegions.ts';
import type { ProblemMessage } from '../Messages.ts';
import type { ProblemCode } from '../ProblemCode.ts';

/** What a finding's sentence may need, such as `{privilege: 'edit:*'}`. */
export type FindingDetail = Readonly<Record<string, string>>;

/** What the hub admin's settings say. */
export interface SettingsMessages {
  readonly title: string;
  readonly intro: (hub: string) => string;
  readonly loading: string;

  // How the connection is doing
  readonly stateNotConnected: string;
  readonly stateOk: string;
  readonly statePaused: string;
  readonly stateMisconfigured: string;
  readonly stateRefused: string;
  readonly stateSessionsEnded: string;
  readonly stateUnreadable: string;
  readonly stateLocked: string;
  readonly stateTextMisconfigured: string;
  readonly stateTextRefused: string;
  readonly stateRunTest: string;
  readonly stateSeeTest: string;
  readonly stateTextSessionsEnded: string;
  readonly stateTextUnreadable: string;
  readonly stateLockedTitle: string;
  readonly stateTextLocked: string;
  readonly stateTextPaused: (since: string) => string;
  readonly accountOf: (partnerId: number, service: string) => string;

  // What is needed
  readonly needsTitle: string;
  readonly needHubAdmin: string;
  readonly needHubAdminText: string;
  readonly needAccountAdmin: string;
  readonly needAccountAdminText: string;
  readonly need4k: string;
  readonly need4kText: string;

  // The two ways
  readonly wayLegend: string;
  readonly wayGuided: string;
  readonly wayGuidedText: string;
  readonly wayByHand: string;
  readonly wayByHandText: string;
  readonly stepOf: (step: number, steps: number) => string;
  readonly stepDone: string;
  readonly continue: string;
  readonly changeStep: (step: string) => string;
  readonly change: string;

  // What people may see
  readonly effectStep: string;
  readonly effectLegend: string;
  readonly effectOwn: string;
  readonly effectOwnText: string;
  readonly effectAll: string;
  readonly effectAllText: string;
  readonly effectEntitlement: string;
  readonly effectEntitlementText: string;
  readonly privacyContext: string;
  readonly privacyContextHint: string;
  readonly privacyContextFault: string;
  readonly playerToken: string;
  readonly playerTokenText: string;
  readonly ownIsListing: string;
  readonly effectSummary: (effect: string, player: boolean) => string;

  // The App Token in Kaltura's console
  readonly createStep: string;
  readonly createIntro: string;
  readonly openConsole: string;
  readonly consoleHow: string;
  readonly editorTokenTitle: string;
  readonly playerTokenTitle: string;
  readonly parametersCaption: (title: string) => string;
  readonly parameterName: string;
  readonly parameterValue: string;
  readonly copy: (what: string) => string;
  readonly copyJson: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly leaveEmpty: string;
  readonly leaveEmptyExpiry: string;
  readonly leaveEmptyUserId: string;
  readonly leaveEmptyDuration: string;
  readonly created: string;

  // What Kaltura answered
  readonly answerStep: string;
  readonly pasteLabel: string;
  readonly pasteHint: string;
  readonly pasteTaken: (tokenId: string) => string;
  readonly pasteSees: (sees: string) => string;
  readonly pasteFaults: Readonly<Record<PasteFault, ProblemMessage>>;
  readonly kalturaSaid: (code: string) => string;
  readonly orType: string;

  // Fields
  readonly serviceUrl: string;
  readonly serviceUrlHint: string;
  readonly serviceNotAllowed: (service: string) => string;
  readonly serviceRefused: string;
  readonly regions: Readonly<Record<KalturaRegion, string>>;
  readonly customService: string;
  readonly customServiceUrl: string;
  readonly partnerId: string;
  readonly partnerIdHint: string;
  readonly tokenId: string;
  readonly secret: string;
  readonly secretHint: string;
  readonly secretStored: (fingerprint: string, since: string) => string;
  readonly secretUnreadable: string;
  readonly secretNeeded: string;
  readonly hashType: string;
  readonly expert: string;
  readonly expertSummary: string;
  readonly mappingSummary: string;
  readonly mapping: string;
  readonly mappingHint: string;
  readonly mappingEmail: string;
  readonly mappingLocalPart: string;
  readonly mappingClaim: string;
  readonly claimName: string;
  readonly claimNameHint: string;
  readonly conversionProfile: string;
  readonly conversionProfileHint: string;
  readonly acceptedPrivileges: string;
  readonly acceptedPrivilegesHint: string;
  readonly fieldFaults: Readonly<Record<ConnectionField, string>>;
  readonly faultCount: (count: number) => string;
  readonly optional: string;

  // Saving
  readonly save: string;
  readonly saving: string;
  readonly cancel: string;
  readonly tryAgain: string;
  readonly unsaved: string;
  readonly reauthTitle: string;
  readonly reauthText: string;
  readonly reauthElsewhere: string;
  readonly reauthKept: string;
  readonly reauthNotKept: string;
  readonly reauthAction: string;
  readonly conflictTitle: string;
  readonly conflictTitleYours: string;
  readonly conflictText: string;
  readonly conflictBy: (who: string, when: string) => string;
  readonly conflictRemoved: string;
  readonly conflictCreated: string;
  readonly conflictChange: (field: string, before: string, after: string) => string;
  readonly conflictKeepMine: string;
  readonly conflictTakeTheirs: string;
  readonly conflictLook: string;
  readonly nothing: string;

  // Guided
  readonly signInStep: string;
  readonly signInIntro: string;
  readonly signInWithPassword: string;
  readonly signInWithKs: string;
  readonly signInHow: string;
  readonly loginId: string;
  readonly password: string;
  readonly passwordHint: string;
  readonly otp: string;
  readonly otpHint: string;
  readonly adminKs: string;
  readonly adminKsHint: string;
  readonly signInPartnerId: string;
  readonly signInPartnerIdHint: string;
  readonly signIn: string;
  readonly signingIn: string;
  readonly signInFaults: Readonly<Record<'loginId' | 'password' | 'otp' | 'ks' | 'partnerId', string>>;
  readonly accountStep: string;
  readonly accountLegend: string;
  readonly accountNotFound: string;
  readonly accountNumber: (partnerId: number) => string;
  readonly openingAccount: string;
  readonly profileStep: string;
  readonly profileLegend: string;
  readonly profileNotFound: string;
  readonly findChoice: string;
  readonly profileDefault: string;
  readonly profileDash: string;
  readonly profileNoDash: string;
  readonly profileSharp: (height: number) => string;
  readonly profileNotSharp: (height: number) => string;
  readonly profileNone: string;
  readonly profileNoneText: string;
  readonly profileHint: string;
  readonly connect: string;
  readonly connecting: string;
  readonly connectText: string;
  readonly timeLeft: (minutes: number) => string;

  // The connection in words
  readonly doesTitle: string;
  readonly seesLabel: string;
  readonly seesOwn: string;
  readonly seesAll: string;
  readonly seesEntitlement: (context: string) => string;
  readonly seesOwnEntitlement: string;
  readonly seesUnknown: string;
  readonly asLabel: string;
  readonly asEmail: string;
  readonly asLocalPart: string;
  readonly asClaim: (claim: string) => string;
  readonly untilLabel: string;
  readonly untilNever: string;
  readonly untilDate: (date: string) => string;
  readonly untilPast: (date: string) => string;
  readonly uploadLabel: string;
  readonly uploadNo: string;
  readonly uploadUnknown: string;
  readonly uploadProfile: (profile: number) => string;
  readonly uploadProfileDash: (profile: number) => string;
  readonly uploadProfileNoDash: (profile: number) => string;
  readonly uploadDefaultProfile: string;
  readonly playLabel: string;
  readonly playYes: string;
  readonly playNo: string;
  readonly checkedLabel: string;
  readonly checkedNever: string;
  readonly tokenLabel: string;
  readonly tokenLine: (id: string, hashType: string, fingerprint: string) => string;

  // Testing
  readonly testTitle: string;
  readonly test: string;
  readonly testAgain: string;
  readonly testing: string;
  readonly testPassed: (count: number) => string;
  readonly testFailed: (failed: number, count: number) => string;
  readonly testNotRun: string;
  readonly testStillSaved: string;
  readonly saved: string;
  readonly outcomePassed: string;
  readonly outcomeFailed: string;
  readonly outcomeSkipped: string;
  readonly outcomeRunning: string;
  readonly checks: Readonly<Record<CheckId, string>>;
  readonly findings: Readonly<Record<CheckFinding, (detail: FindingDetail) => string>>;
  readonly grantedAs: (userId: string) => string;
  readonly grantedCreated: (userId: string) => string;
  readonly acceptPrivilege: (privilege: string) => string;

  // Changing, rotating, pausing, disconnecting
  readonly edit: string;
  readonly editTitle: string;
  readonly rotate: string;
  readonly rotateTitle: string;
  readonly rotateIntro: string;
  readonly rotatePurpose: string;
  readonly rotateSave: string;
  readonly rotatingTitle: string;
  readonly rotatingText: (former: string, until: string) => string;
  readonly rotatingServes: (former: string, until: string) => string;
  readonly rotationEnd: string;
  readonly rotationEndText: string;
  readonly pause: string;
  readonly pauseText: string;
  readonly resume: string;
  readonly disconnect: string;
  readonly disconnectTitle: (hub: string) => string;
  readonly disconnectText: string;
  readonly disconnectPoints: readonly string[];
  readonly disconnectAction: string;
  readonly disconnectConfirm: (hub: string) => string;
  readonly disconnectFault: string;
  readonly disconnecting: string;
  readonly disconnected: string;

  // History
  readonly historyTitle: string;
  readonly historyEmpty: string;
  readonly historyMore: string;
  readonly historyLoading: string;
  readonly historyYou: (name: string) => string;
  readonly historyPerson: string;
  readonly historyHost: string;
  readonly historyOperator: string;
  readonly historyExchange: string;
  readonly historyActions: Readonly<Record<AuditAction, (who: string) => string>>;
  readonly historyUnknown: (who: string, action: string) => string;
  readonly historyChanged: (fields: string) => string;
  readonly historyToken: (id: string) => string;
  /** Names of settings, for the history and for what somebody else changed. */
  readonly settingNames: Readonly<Record<ConnectionChange['field'], string>>;

  /** In a hub admin's words where the library's are a participant's. */
  readonly problems: Readonly<Partial<Record<ProblemCode, ProblemMessage>>>;
}
