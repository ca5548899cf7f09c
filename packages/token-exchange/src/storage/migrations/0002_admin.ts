import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('connections').addColumn('paused_since', 'bigint').execute();
  await db.schema.alterTable('connections').addColumn('conversion_profile_dash', 'integer').execute();
  await db.schema.alterTable('connections').addColumn('granted_privileges', 'text').execute();

  // A former token lies beside the current one of its purpose; SQLite cannot change a primary key in place.
  await db.schema
    .createTable('app_tokens')
    .addColumn('connection_id', 'text', (column) => column.notNull().references('connections.id').onDelete('cascade'))
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('is_former', 'integer', (column) => column.notNull())
    .addColumn('token_id', 'text', (column) => column.notNull())
    .addColumn('hash_type', 'text', (column) => column.notNull())
    .addColumn('kid', 'text', (column) => column.notNull())
    .addColumn('wrapped_key', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('set_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('kept_until', 'bigint')
    .addColumn('serves_since', 'bigint')
    .addPrimaryKeyConstraint('app_tokens_pkey', ['connection_id', 'purpose', 'is_former'])
    .execute();
  await sql`
    insert into app_tokens
      (connection_id, purpose, is_former, token_id, hash_type, kid, wrapped_key, sealed, set_at)
    select connection_id, purpose, 0, token_id, hash_type, kid, wrapped_key, sealed, connections.updated_at
    from connection_tokens join connections on connections.id = connection_tokens.connection_id
  `.execute(db);
  await db.schema.dropTable('connection_tokens').execute();

  await db.schema
    .createTable('used_tokens')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('token_id', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('used_tokens_pkey', ['issuer', 'token_id'])
    .execute();
  await db.schema.createIndex('used_tokens_by_end').on('used_tokens').column('expires_at').execute();

  await db.schema
    .alterTable('audit')
    .addColumn('done_by', 'text', (column) => column.notNull().defaultTo('operator'))
    .execute();
  await db.schema.alterTable('audit').addColumn('subject', 'text').execute();
  await db.schema.alterTable('audit').addColumn('subject_name', 'text').execute();
  await db.schema.alterTable('audit').addColumn('version', 'integer').execute();
  await sql`update audit set done_by = 'person', subject = actor where actor <> 'operator'`.execute(db);
  await db.schema.alterTable('audit').dropColumn('actor').execute();
}
