import type { ProblemMessage } from '../Messages.ts';
import type { ProblemCode } from '../ProblemCode.ts';

/** What a person's account page says. */
export interface AccountMessages {
  readonly noHubs: string;
  readonly loading: string;

  // States, as labels
  readonly connected: string;
  readonly limited: string;
  readonly untried: string;
  readonly needsYou: string;
  readonly needsAdmin: string;
  readonly notInPlan: string;
  readonly paused: string;
  readonly notConnected: string;
  readonly unavailable: string;

  // States, in words; the others say what the problem says
  readonly connectedState: ProblemMessage;
  readonly limitedState: ProblemMessage;
  readonly untriedState: ProblemMessage;
  /** By cause, where the media library's words do not fit here. */
  readonly problems: Readonly<Partial<Record<ProblemCode, ProblemMessage>>>;

  // Who one is
  readonly userLabel: string;
  readonly created: (date: string) => string;
  readonly createdNoLogin: string;
  readonly matched: (date: string) => string;
  readonly matchedNoLogin: string;
  readonly expected: string;
  readonly notYours: string;
  readonly noUser: string;

  // What one sees and may do
  readonly seesLabel: string;
  readonly seesAll: string;
  readonly seesOwn: string;
  readonly mayLabel: string;
  readonly mayUpload: string;
  readonly mayNotUpload: string;
  readonly notKnownYet: string;
  readonly accountLabel: string;
  readonly accountText: (partnerId: string, host: string) => string;

  // Checking
  readonly lastCheckLabel: string;
  readonly lastCheck: (when: string) => string;
  readonly lastCheckOwn: (when: string) => string;
  readonly neverChecked: string;
  readonly checkNow: string;
  readonly checkAgain: string;
  readonly checking: string;
  readonly checkCreates: string;
  readonly checkDone: (media: number) => string;
  readonly checkFailed: string;

  readonly uploadsTitle: string;

  // What to send to the hub admin
  readonly sendTitle: string;
  readonly sendText: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly letter: (facts: LetterFacts) => string;
  readonly requests: Readonly<Record<LetterRequest, string>>;
}

/** What a hub admin needs to know; a line that is null is left out. Never a secret. */
export interface LetterFacts {
  readonly hub: string;
  /** What the page says. */
  readonly what: string;
  /** What the admin is asked for, a sentence of `requests`. */
  readonly request: string;
  readonly code: string | null;
  readonly reference: string | null;
  readonly account: string | null;
  readonly user: string | null;
  readonly when: string;
}

/** What a hub admin can do about it. */
export type LetterRequest =
  | 'test'
  | 'connect'
  | 'plan'
  | 'resume'
  | 'allowUploads'
  | 'unblock'
  | 'tellApart'
  | 'freeUser'
  | 'letIn'
  | 'allowPage';
