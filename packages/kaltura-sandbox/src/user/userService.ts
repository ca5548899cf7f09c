import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import { ordered, pageOf } from '../protocol/page.ts';
import type { Params } from '../protocol/Params.ts';
import type { Call, Service } from '../protocol/Service.ts';
import { login, loginToAccount } from './login.ts';
import { matchesUserFilter } from './matchesUserFilter.ts';
import { propertiesOf } from './propertiesOf.ts';
import { toUser } from './toUser.ts';
import type { UserRow } from './UserRow.ts';
import { addUser, ensureUser, findUser, isUserId, userKey } from './users.ts';

export const userService: Service = {
  name: 'user',
  actions: {
    add(call) {
      const { partner, sandbox } = call;
      const given = bodyOf(call);
      const id = given.string('id') ?? '';
      if (id !== '' && given.string('externalId'))
        throw new KalturaApiException('ID_AND_EXTERNAL_ID_ARE_MUTUALLY_EXCLUSIVE');
      const ownId = id || (given.string('externalId') ?? '');
      if (!isUserId(ownId)) throw new KalturaApiException('INVALID_FIELD_VALUE', { FIELD_NAME: 'id' });
      given.assertInsertable();
      const known = findUser(partner, ownId);
      if (known && known.status !== 2) throw new KalturaApiException('DUPLICATE_USER_BY_ID', { UID: ownId });

      const isAdmin = given.bool('isAdmin') ?? false;
      const password = given.string('password');
      // An administrator can always sign in; others only when they were given a password.
      const mayLogin = isAdmin || (given.bool('loginEnabled') === true && password !== undefined);
      const init = {
        id: ownId,
        screenName: ownId,
        ...propertiesOf(given, {}),
        ...(given.int('status') === 0 && { status: 0 as const }),
        isAdmin,
        password: mayLogin ? (password ?? '') : undefined,
      };
      const made = toUser(addUser(partner, init, sandbox.clock.now()), partner.id, { isNew: true });
      // The database cuts a long id when it is stored; this answer was made before.
      return { ...made, id: ownId, screenName: init.screenName };
    },

    /** Asking for oneself makes the user when there is none yet. */
    get(call) {
      const { params, session, partner, sandbox } = call;
      const asked = params.string('userId') ?? '';
      if (asked === '' || asked === session.userId) {
        const isNew = findUser(partner, session.userId) === undefined;
        return toUser(ensureUser(partner, session.userId, sandbox.clock.now()), partner.id, { isNew });
      }
      if (session.kind !== 'admin') {
        throw new KalturaApiException('CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION', { USER_ID: asked });
      }
      return toUser(existing(call, asked), partner.id);
    },

    update(call) {
      const { params, partner, sandbox } = call;
      const row = existing(call, params.string('userId') ?? '');
      const given = bodyOf(call);
      given.assertUpdatable({ partnerId: partner.id, createdAt: row.createdAt, updatedAt: row.updatedAt });
      const id = given.string('id');
      if (id !== undefined && id !== row.id) rename(call, row, id);
      const status = given.int('status');
      const now = sandbox.clock.now();
      if (status !== undefined && status !== row.status) Object.assign(row, { status, statusUpdatedAt: now });
      Object.assign(row, propertiesOf(given, row.profile), { updatedAt: now });
      return toUser(row, partner.id);
    },

    delete(call) {
      const row = existing(call, call.params.string('userId') ?? '');
      Object.assign(row, { status: 2, password: undefined });
      for (const token of call.partner.appTokens.values()) {
        if (token.sessionUserId !== undefined && userKey(token.sessionUserId) === userKey(row.id)) token.status = 3;
      }
      return toUser(row, call.partner.id);
    },

    list(call) {
      const filter = call.params.object('filter', 'KalturaUserFilter');
      const rows = [...call.partner.users.values()].filter((row) => matchesUserFilter(row, filter));
      const sorted = ordered(rows, filter?.string('orderBy'));
      return pageOf(call, sorted, (row) => toUser(row, call.partner.id), 'KalturaUserListResponse');
    },

    getByLoginId({ params, partner }) {
      const loginId = params.string('loginId')?.toLowerCase();
      const row = [...partner.users.values()].find(
        (user) => user.password !== undefined && user.email?.toLowerCase() === loginId,
      );
      if (!row || row.status === 2) throw new KalturaApiException('LOGIN_DATA_NOT_FOUND');
      return toUser(row, partner.id);
    },

    loginByLoginId: ({ params, sandbox }) => {
      const isWanted = (row: UserRow): boolean => row.email?.toLowerCase() === params.string('loginId')?.toLowerCase();
      return login(params, sandbox, isWanted, params.string('privileges') ?? '*');
    },

    loginByKs: loginToAccount,

    login: ({ params, sandbox }) =>
      login(params, sandbox, (row) => row.id === params.string('userId'), params.string('privileges') ?? '*'),
  },
};

const bodyOf = ({ params }: Call): Params => params.object('user', 'KalturaUser') ?? params;

function existing({ partner }: Call, id: string): UserRow {
  const row = findUser(partner, id);
  if (!row || row.status === 2) throw new KalturaApiException('INVALID_USER_ID');
  return row;
}

function rename({ partner }: Call, row: UserRow, id: string): void {
  if (!isUserId(id)) throw new KalturaApiException('INVALID_FIELD_VALUE', { FIELD_NAME: 'id' });
  const other = findUser(partner, id);
  if (other && other !== row) throw new KalturaApiException('DUPLICATE_USER_BY_ID', { UID: id });
  partner.users.delete(userKey(row.id));
  row.id = id;
  partner.users.set(userKey(id), row);
}
