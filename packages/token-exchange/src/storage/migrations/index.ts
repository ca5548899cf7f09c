import type { Migration } from 'kysely/migration';
import * as initial from './0001_initial.ts';
import * as admin from './0002_admin.ts';
import * as revocations from './0003_revocations.ts';

/** All migrations in their order, imported by name so that they are part of the bundle. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_initial': initial,
  '0002_admin': admin,
  '0003_revocations': revocations,
};
