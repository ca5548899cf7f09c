/** All tables of the exchange. Times are milliseconds since 1970; truth values are 0 and 1, as SQLite has it. */
export interface Tables {
  settings: SettingsTable;
  connections: ConnectionsTable;
  connection_tokens: ConnectionTokensTable;
  user_bindings: UserBindingsTable;
  audit: AuditTable;
}

/** Small values of the whole database: key check values and the revision that every change of a connection raises. */
export interface SettingsTable {
  name: string;
  value: string;
}

export interface ConnectionsTable {
  hub: string;
  id: string;
  version: number;
  service_url: string;
  partner_id: number;
  user_id_mapping: string;
  conversion_profile_id: number | null;
  /** JSON array of hosts that media URLs may point to besides the service's own. */
  media_hosts: string;
  /** JSON array of privileges outside the safe list that a hub admin has accepted by name. */
  accepted_privileges: string;
  state: string;
  state_since: number;
  can_list_all: number | null;
  can_upload: number | null;
  checked_at: number | null;
  created_at: number;
  updated_at: number;
}

export interface ConnectionTokensTable {
  connection_id: string;
  purpose: string;
  token_id: string;
  hash_type: string;
  kid: string;
  wrapped_key: string;
  sealed: string;
}

/** Which Kaltura user a person of the host is, in one Kaltura account under one mapping (`scope`). Written once. */
export interface UserBindingsTable {
  hub: string;
  scope: string;
  issuer: string;
  subject: string;
  kaltura_user_id: string;
  /** The id in lower case: Kaltura takes ids that differ in ASCII case for the same. */
  kaltura_user_key: string;
  origin: string;
  created_at: number;
}

/** What was changed, by whom. Rows are only ever added. */
export interface AuditTable {
  id: string;
  hub: string;
  at: number;
  actor: string;
  action: string;
  detail: string;
}
