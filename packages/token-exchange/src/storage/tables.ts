/** All tables of the exchange. Times are milliseconds since 1970; truth values are 0 and 1, as SQLite has it. */
export interface Tables {
  settings: SettingsTable;
  connections: ConnectionsTable;
  app_tokens: AppTokensTable;
  user_bindings: UserBindingsTable;
  revocations: RevocationsTable;
  used_tokens: UsedTokensTable;
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
  /** Does that profile make flavors for DASH, where somebody has looked? */
  conversion_profile_dash: number | null;
  /** JSON array of hosts that media URLs may point to besides the service's own. */
  media_hosts: string;
  /** JSON array of privileges outside the safe list that a hub admin has accepted by name. */
  accepted_privileges: string;
  state: string;
  state_since: number;
  paused_since: number | null;
  can_list_all: number | null;
  can_upload: number | null;
  /** JSON array of what Kaltura granted at the latest test. */
  granted_privileges: string | null;
  checked_at: number | null;
  created_at: number;
  updated_at: number;
}

export interface AppTokensTable {
  connection_id: string;
  purpose: string;
  /** 1: was replaced by the other token of its purpose and serves where Kaltura refuses that one. */
  is_former: number;
  token_id: string;
  hash_type: string;
  kid: string;
  wrapped_key: string;
  sealed: string;
  /** When the secret was entered. */
  set_at: number;
  /** When Kaltura ends the token, where somebody said so. */
  expires_at: number | null;
  /** Former tokens: when they are forgotten. */
  kept_until: number | null;
  /** Former tokens: since when they serve in place of the current one. */
  serves_since: number | null;
}

/** Host tokens that have made a change; each may do so once. */
export interface UsedTokensTable {
  issuer: string;
  token_id: string;
  expires_at: number;
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

/** People who lost access by the host app's word; an empty subject stands for everybody in the hub. */
export interface RevocationsTable {
  hub: string;
  issuer: string;
  subject: string;
  at: number;
}

/** What was changed, by whom. Rows are only ever added. */
export interface AuditTable {
  id: string;
  hub: string;
  at: number;
  /** `person`, `host`, `operator` or `exchange`. */
  done_by: string;
  subject: string | null;
  subject_name: string | null;
  action: string;
  /** Of the connection, where it is about one. No later connection of the hub has it again. */
  version: number | null;
  detail: string;
}
