import { expect, it } from 'vitest';
import { decodeKs, encodeKs } from './ks.ts';

const secret = '44ff796e2dbc3035202be1862d2d7955';
const fields = {
  partnerId: 102,
  type: 0,
  userId: 'a b&c=d/é@x',
  expiry: 1_795_422_293,
  privileges: 'list:*,edit:0_x,disableentitlement',
};

it('reads back what it wrote, whatever is in the user id', () => {
  const ks = encodeKs(fields, secret);
  expect(ks).toMatch(/^djJ8MTAyf[\w-]+=*$/);
  expect(decodeKs(ks, () => secret)).toEqual(fields);
});

it('reads a KS that a real server made, with and without its padding', () => {
  const ks = 'djJ8MTAyfMlgOkjgOgjs0EJYtDAse8WGDNpg12XXDASrNDJOmtwyZL202j0CpCL6rIefFGFntQNXF5VWgygjrbtMkcMoPBA=';
  const facts = { partnerId: 102, type: 2, userId: 'adm', expiry: 1_795_422_293, privileges: '' };
  expect(decodeKs(ks, () => secret)).toEqual(facts);
  expect(decodeKs(ks.replace('=', ''), () => secret)).toEqual(facts);
});

it('makes a different text each time', () => {
  expect(encodeKs(fields, secret)).not.toBe(encodeKs(fields, secret));
});

it.each([
  ['another secret', encodeKs(fields, 'f'.repeat(32))],
  [
    'one changed character',
    encodeKs(fields, secret).replace(/.(?=.{30}$)/, (character) => (character === 'A' ? 'B' : 'A')),
  ],
  ['the end cut off', encodeKs(fields, secret).slice(0, -9)],
  ['no base64', '!!!!'],
  ['nothing', ''],
])('does not take %s', (_, ks) => {
  expect(decodeKs(ks, () => secret)).toBeNull();
});

it('keeps the last of two values of one privilege and trims names, as version 2 does', () => {
  const ks = encodeKs({ ...fields, privileges: 'edit:0_a, edit:0_b,list : *' }, secret);
  expect(decodeKs(ks, () => secret)?.privileges).toBe('edit:0_b,list:*');
});

it('does not know the KS of an account it does not have', () => {
  expect(decodeKs(encodeKs(fields, secret), () => undefined)).toBeNull();
});
