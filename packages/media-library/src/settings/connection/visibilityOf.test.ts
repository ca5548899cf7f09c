import { expect, test } from 'vitest';
import { visibilityOf, type Visibility } from './visibilityOf.ts';

const see = (...granted: string[]): Visibility => visibilityOf({ granted_privileges: granted, can_list_all: null });

test('what people see follows Kaltura’s rules of listing', () => {
  expect(see('disableentitlement')).toEqual({ kind: 'own' });
  expect(see()).toEqual({ kind: 'own' });
  expect(see('disableentitlement', 'list:*')).toEqual({ kind: 'all' });
  expect(see('list:*')).toEqual({ kind: 'all' });
  expect(see('enableentitlement', 'privacycontext:MediaSpace', 'list:*')).toEqual({
    kind: 'entitlement',
    context: 'MediaSpace',
  });
  expect(see('enableentitlement', 'privacycontext:MediaSpace')).toEqual({
    kind: 'ownEntitlement',
    context: 'MediaSpace',
  });
  expect(see('enableentitlement', 'disableentitlement', 'list:*')).toEqual({ kind: 'entitlement', context: null });
});

test('before a test, what the latest session said is all there is', () => {
  const from = (can_list_all: boolean | null): Visibility => visibilityOf({ granted_privileges: null, can_list_all });
  expect([from(null), from(true), from(false)]).toEqual([{ kind: 'unknown' }, { kind: 'all' }, { kind: 'own' }]);
});
