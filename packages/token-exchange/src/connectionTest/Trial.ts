import type { ExchangeErrorCode } from '@spaces-kaltura/client/exchange';
import type { AppToken, Connection } from '../storage/Connection.ts';
import type { CheckList } from './createCheckList.ts';
import type { TestCalls } from './createTestCalls.ts';

/** What all checks of one test share. */
export interface Trial {
  readonly connection: Connection;
  readonly token: AppToken;
  readonly tester: Tester;
  readonly calls: TestCalls;
  readonly list: CheckList;
  readonly now: () => number;
  /** How long participants' sessions are asked for. */
  readonly sessionSeconds: number;
}

/** As whom Kaltura is asked. */
export interface Tester {
  readonly userId: string;
  /** Why the admin is nobody in Kaltura; then no user is made in their place. Null: the id is theirs. */
  readonly problem: ExchangeErrorCode | null;
}

/** Stands for an admin who is nobody in Kaltura. */
export const nobody = 'spaces-connection-test';
