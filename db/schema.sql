-- The database after all migrations. Made by `npm run describe`; never edit it by hand.

create table audit.entries (
  workspace_id uuid not null,
  entry_id uuid not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  target_id text,
  detail jsonb not null default '{}'::jsonb,
  constraint entries_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['account'::text, 'visitor'::text, 'system'::text]))),
  constraint entries_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint entries_pkey PRIMARY KEY (workspace_id, entry_id)
);
CREATE INDEX entries_action ON audit.entries USING btree (workspace_id, action, entry_id DESC);
CREATE INDEX entries_at ON audit.entries USING btree (workspace_id, at DESC, entry_id);
CREATE INDEX entries_target ON audit.entries USING btree (workspace_id, target_id);
alter table audit.entries enable row level security;
alter table audit.entries force row level security;
create policy workspace on audit.entries using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select on audit.entries to helder_app;

create table core.migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);
grant select on core.migrations to helder_app;

create table identity.accounts (
  workspace_id uuid not null,
  account_id uuid not null,
  email text not null,
  name text not null,
  language text not null default 'nl'::text,
  password_hash text,
  verified_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint accounts_email_check CHECK ((length(email) <= 254)),
  constraint accounts_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint accounts_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint accounts_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint accounts_pkey PRIMARY KEY (workspace_id, account_id),
  constraint accounts_email_key UNIQUE (workspace_id, email)
);
alter table identity.accounts enable row level security;
alter table identity.accounts force row level security;
create policy workspace on identity.accounts using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant delete, insert, select, update on identity.accounts to helder_app;

create unlogged table identity.attempts (
  workspace_id uuid not null,
  key_hash text not null,
  count integer not null,
  resets_at timestamp with time zone not null,
  constraint attempts_pkey PRIMARY KEY (workspace_id, key_hash)
);
CREATE INDEX attempts_resets_at ON identity.attempts USING btree (workspace_id, resets_at);
alter table identity.attempts enable row level security;
alter table identity.attempts force row level security;
create policy workspace on identity.attempts using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant delete, insert, select, update on identity.attempts to helder_app;

create table identity.links (
  workspace_id uuid not null,
  link_id uuid not null,
  account_id uuid not null,
  purpose text not null,
  new_email text,
  token_hash text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint links_purpose_check CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'set-password'::text, 'verify'::text, 'change-email'::text]))),
  constraint links_workspace_id_account_id_fkey FOREIGN KEY (workspace_id, account_id) REFERENCES identity.accounts(workspace_id, account_id) ON DELETE CASCADE,
  constraint links_pkey PRIMARY KEY (workspace_id, link_id)
);
CREATE INDEX links_account ON identity.links USING btree (workspace_id, account_id);
CREATE UNIQUE INDEX links_token_hash ON identity.links USING btree (token_hash);
alter table identity.links enable row level security;
alter table identity.links force row level security;
create policy workspace on identity.links using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant delete, insert, select, update on identity.links to helder_app;

create table identity.sessions (
  workspace_id uuid not null,
  session_id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  device text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sessions_workspace_id_account_id_fkey FOREIGN KEY (workspace_id, account_id) REFERENCES identity.accounts(workspace_id, account_id) ON DELETE CASCADE,
  constraint sessions_pkey PRIMARY KEY (workspace_id, session_id)
);
CREATE INDEX sessions_account ON identity.sessions USING btree (workspace_id, account_id);
CREATE UNIQUE INDEX sessions_token_hash ON identity.sessions USING btree (token_hash);
alter table identity.sessions enable row level security;
alter table identity.sessions force row level security;
create policy workspace on identity.sessions using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant delete, insert, select, update on identity.sessions to helder_app;

create table identity.tokens (
  workspace_id uuid not null,
  token_id uuid not null,
  account_id uuid not null,
  account_realm uuid not null default '00000000-0000-7000-8000-000000000000'::uuid,
  name text not null,
  token_hash text not null,
  permissions text[] not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  expires_at timestamp with time zone,
  constraint tokens_account_realm_check CHECK ((account_realm = '00000000-0000-7000-8000-000000000000'::uuid)),
  constraint tokens_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint tokens_account_realm_account_id_fkey FOREIGN KEY (account_realm, account_id) REFERENCES identity.accounts(workspace_id, account_id) ON DELETE CASCADE,
  constraint tokens_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint tokens_pkey PRIMARY KEY (workspace_id, token_id)
);
CREATE UNIQUE INDEX tokens_token_hash ON identity.tokens USING btree (token_hash);
alter table identity.tokens enable row level security;
alter table identity.tokens force row level security;
create policy workspace on identity.tokens using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant delete, insert, select, update on identity.tokens to helder_app;

create table mail.messages (
  workspace_id uuid not null,
  message_id uuid not null,
  template text not null,
  to_address text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  language text not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  failure text,
  constraint messages_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint messages_pkey PRIMARY KEY (workspace_id, message_id)
);
CREATE INDEX messages_created ON mail.messages USING btree (workspace_id, created_at DESC, message_id);
CREATE INDEX messages_to ON mail.messages USING btree (workspace_id, to_address);
alter table mail.messages enable row level security;
alter table mail.messages force row level security;
create policy workspace on mail.messages using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select, update on mail.messages to helder_app;

create table objects.objects (
  workspace_id uuid not null,
  sha256 text not null,
  size_bytes bigint not null,
  created_at timestamp with time zone not null,
  constraint objects_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint objects_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint objects_pkey PRIMARY KEY (workspace_id, sha256)
);
alter table objects.objects enable row level security;
alter table objects.objects force row level security;
create policy workspace on objects.objects using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select, update on objects.objects to helder_app;

create table objects.uses (
  workspace_id uuid not null,
  sha256 text not null,
  owner_kind text not null,
  owner_id uuid not null,
  constraint uses_workspace_id_sha256_fkey FOREIGN KEY (workspace_id, sha256) REFERENCES objects.objects(workspace_id, sha256),
  constraint uses_pkey PRIMARY KEY (workspace_id, owner_kind, owner_id, sha256)
);
CREATE INDEX uses_object ON objects.uses USING btree (workspace_id, sha256);
alter table objects.uses enable row level security;
alter table objects.uses force row level security;
create policy workspace on objects.uses using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select on objects.uses to helder_app;

create table privacy.erasures (
  workspace_id uuid not null,
  sequence bigint not null,
  request_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  entry jsonb not null,
  constraint erasures_kind_check CHECK ((kind = ANY (ARRAY['erasure'::text, 'scan'::text]))),
  constraint erasures_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint erasures_pkey PRIMARY KEY (workspace_id, sequence)
);
CREATE INDEX erasures_request ON privacy.erasures USING btree (workspace_id, request_id);
alter table privacy.erasures enable row level security;
alter table privacy.erasures force row level security;
create policy workspace on privacy.erasures using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select on privacy.erasures to helder_app;

create table privacy.ledger_position (
  workspace_id uuid not null,
  sequence bigint not null,
  hash text not null,
  constraint ledger_position_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint ledger_position_pkey PRIMARY KEY (workspace_id)
);
alter table privacy.ledger_position enable row level security;
alter table privacy.ledger_position force row level security;
create policy workspace on privacy.ledger_position using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant insert, select, update on privacy.ledger_position to helder_app;

create table privacy.repetitions (
  workspace_id uuid not null,
  sequence bigint not null,
  repeated_at timestamp with time zone not null,
  erased_again integer not null,
  remaining integer not null,
  constraint repetitions_workspace_id_sequence_fkey FOREIGN KEY (workspace_id, sequence) REFERENCES privacy.erasures(workspace_id, sequence) ON DELETE CASCADE,
  constraint repetitions_pkey PRIMARY KEY (workspace_id, sequence, repeated_at)
);
alter table privacy.repetitions enable row level security;
alter table privacy.repetitions force row level security;
create policy workspace on privacy.repetitions using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select on privacy.repetitions to helder_app;

create table privacy.requests (
  workspace_id uuid not null,
  request_id uuid not null,
  number integer not null,
  kind text not null,
  site_id uuid,
  origin text not null,
  email text,
  language text not null,
  secret_hash text not null,
  received_at timestamp with time zone not null,
  verified_at timestamp with time zone,
  due_on date,
  decided_at timestamp with time zone,
  decided_by uuid,
  approved boolean,
  reason text,
  started_at timestamp with time zone,
  notice_id uuid,
  finished_at timestamp with time zone,
  failure jsonb,
  export_sha256 text,
  export_until timestamp with time zone,
  constraint requests_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'erasure'::text]))),
  constraint requests_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint requests_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint requests_pkey PRIMARY KEY (workspace_id, request_id),
  constraint requests_workspace_id_number_key UNIQUE (workspace_id, number)
);
CREATE INDEX requests_email ON privacy.requests USING btree (workspace_id, email);
CREATE UNIQUE INDEX requests_secret ON privacy.requests USING btree (secret_hash);
alter table privacy.requests enable row level security;
alter table privacy.requests force row level security;
create policy workspace on privacy.requests using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant delete, insert, select, update on privacy.requests to helder_app;

create table records.bin (
  workspace_id uuid not null,
  record_id uuid not null,
  removed_by uuid,
  removed_at timestamp with time zone not null,
  constraint bin_workspace_id_record_id_fkey FOREIGN KEY (workspace_id, record_id) REFERENCES records.records(workspace_id, record_id) ON DELETE CASCADE,
  constraint bin_pkey PRIMARY KEY (workspace_id, record_id)
);
CREATE INDEX bin_removed ON records.bin USING btree (workspace_id, removed_at);
alter table records.bin enable row level security;
alter table records.bin force row level security;
create policy workspace on records.bin using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select on records.bin to helder_app;

create table records.collections (
  workspace_id uuid not null,
  collection_id uuid not null,
  site_id uuid not null,
  kind text not null,
  key text not null,
  draft_version integer not null,
  live_version integer,
  slots jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  constraint collections_key_check CHECK ((key ~ '^[a-z][a-zA-Z0-9_]{0,39}$'::text)),
  constraint collections_kind_check CHECK ((kind = ANY (ARRAY['content'::text, 'form'::text]))),
  constraint collections_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint collections_pkey PRIMARY KEY (workspace_id, collection_id),
  constraint collections_workspace_id_site_id_key_key UNIQUE (workspace_id, site_id, key)
);
alter table records.collections enable row level security;
alter table records.collections force row level security;
create policy workspace on records.collections using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select, update on records.collections to helder_app;

create table records.definitions (
  workspace_id uuid not null,
  collection_id uuid not null,
  version integer not null,
  name jsonb not null,
  fields jsonb not null,
  privacy jsonb,
  settings jsonb not null default '{}'::jsonb,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint definitions_workspace_id_collection_id_fkey FOREIGN KEY (workspace_id, collection_id) REFERENCES records.collections(workspace_id, collection_id) ON DELETE CASCADE,
  constraint definitions_pkey PRIMARY KEY (workspace_id, collection_id, version)
);
alter table records.definitions enable row level security;
alter table records.definitions force row level security;
create policy workspace on records.definitions using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select on records.definitions to helder_app;

create table records.edges (
  workspace_id uuid not null,
  from_record uuid not null,
  path text not null,
  to_record uuid not null,
  constraint edges_workspace_id_from_record_fkey FOREIGN KEY (workspace_id, from_record) REFERENCES records.records(workspace_id, record_id) ON DELETE CASCADE,
  constraint edges_workspace_id_to_record_fkey FOREIGN KEY (workspace_id, to_record) REFERENCES records.records(workspace_id, record_id) ON DELETE CASCADE,
  constraint edges_pkey PRIMARY KEY (workspace_id, from_record, path, to_record)
);
CREATE INDEX edges_to ON records.edges USING btree (workspace_id, to_record);
alter table records.edges enable row level security;
alter table records.edges force row level security;
create policy workspace on records.edges using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select on records.edges to helder_app;

create table records.records (
  workspace_id uuid not null,
  record_id uuid not null,
  collection_id uuid not null,
  draft_number integer not null,
  wanted_number integer,
  published_number integer,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  t1 text,
  t2 text,
  t3 text,
  t4 text,
  t5 text,
  t6 text,
  t7 text,
  t8 text,
  n1 bigint,
  n2 bigint,
  n3 bigint,
  n4 bigint,
  d1 timestamp with time zone,
  d2 timestamp with time zone,
  d3 timestamp with time zone,
  d4 timestamp with time zone,
  b1 boolean,
  b2 boolean,
  b3 boolean,
  b4 boolean,
  u1 uuid,
  u2 uuid,
  u3 uuid,
  u4 uuid,
  constraint records_workspace_id_collection_id_fkey FOREIGN KEY (workspace_id, collection_id) REFERENCES records.collections(workspace_id, collection_id) ON DELETE CASCADE,
  constraint records_pkey PRIMARY KEY (workspace_id, record_id)
);
CREATE INDEX records_b1 ON records.records USING btree (workspace_id, collection_id, b1, record_id) WHERE (b1 IS NOT NULL);
CREATE INDEX records_b2 ON records.records USING btree (workspace_id, collection_id, b2, record_id) WHERE (b2 IS NOT NULL);
CREATE INDEX records_b3 ON records.records USING btree (workspace_id, collection_id, b3, record_id) WHERE (b3 IS NOT NULL);
CREATE INDEX records_b4 ON records.records USING btree (workspace_id, collection_id, b4, record_id) WHERE (b4 IS NOT NULL);
CREATE INDEX records_d1 ON records.records USING btree (workspace_id, collection_id, d1, record_id) WHERE (d1 IS NOT NULL);
CREATE INDEX records_d2 ON records.records USING btree (workspace_id, collection_id, d2, record_id) WHERE (d2 IS NOT NULL);
CREATE INDEX records_d3 ON records.records USING btree (workspace_id, collection_id, d3, record_id) WHERE (d3 IS NOT NULL);
CREATE INDEX records_d4 ON records.records USING btree (workspace_id, collection_id, d4, record_id) WHERE (d4 IS NOT NULL);
CREATE INDEX records_expiry ON records.records USING btree (workspace_id, collection_id, created_at);
CREATE INDEX records_n1 ON records.records USING btree (workspace_id, collection_id, n1, record_id) WHERE (n1 IS NOT NULL);
CREATE INDEX records_n2 ON records.records USING btree (workspace_id, collection_id, n2, record_id) WHERE (n2 IS NOT NULL);
CREATE INDEX records_n3 ON records.records USING btree (workspace_id, collection_id, n3, record_id) WHERE (n3 IS NOT NULL);
CREATE INDEX records_n4 ON records.records USING btree (workspace_id, collection_id, n4, record_id) WHERE (n4 IS NOT NULL);
CREATE INDEX records_newest ON records.records USING btree (workspace_id, collection_id, record_id DESC);
CREATE INDEX records_t1 ON records.records USING btree (workspace_id, collection_id, t1, record_id) WHERE (t1 IS NOT NULL);
CREATE INDEX records_t2 ON records.records USING btree (workspace_id, collection_id, t2, record_id) WHERE (t2 IS NOT NULL);
CREATE INDEX records_t3 ON records.records USING btree (workspace_id, collection_id, t3, record_id) WHERE (t3 IS NOT NULL);
CREATE INDEX records_t4 ON records.records USING btree (workspace_id, collection_id, t4, record_id) WHERE (t4 IS NOT NULL);
CREATE INDEX records_t5 ON records.records USING btree (workspace_id, collection_id, t5, record_id) WHERE (t5 IS NOT NULL);
CREATE INDEX records_t6 ON records.records USING btree (workspace_id, collection_id, t6, record_id) WHERE (t6 IS NOT NULL);
CREATE INDEX records_t7 ON records.records USING btree (workspace_id, collection_id, t7, record_id) WHERE (t7 IS NOT NULL);
CREATE INDEX records_t8 ON records.records USING btree (workspace_id, collection_id, t8, record_id) WHERE (t8 IS NOT NULL);
CREATE INDEX records_u1 ON records.records USING btree (workspace_id, collection_id, u1, record_id) WHERE (u1 IS NOT NULL);
CREATE INDEX records_u2 ON records.records USING btree (workspace_id, collection_id, u2, record_id) WHERE (u2 IS NOT NULL);
CREATE INDEX records_u3 ON records.records USING btree (workspace_id, collection_id, u3, record_id) WHERE (u3 IS NOT NULL);
CREATE INDEX records_u4 ON records.records USING btree (workspace_id, collection_id, u4, record_id) WHERE (u4 IS NOT NULL);
CREATE INDEX records_updated ON records.records USING btree (workspace_id, collection_id, updated_at, record_id);
alter table records.records enable row level security;
alter table records.records force row level security;
create policy workspace on records.records using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select, update on records.records to helder_app;

create table records.revisions (
  workspace_id uuid not null,
  record_id uuid not null,
  number integer not null,
  definition_version integer not null,
  doc jsonb not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint revisions_workspace_id_record_id_fkey FOREIGN KEY (workspace_id, record_id) REFERENCES records.records(workspace_id, record_id) ON DELETE CASCADE,
  constraint revisions_pkey PRIMARY KEY (workspace_id, record_id, number)
);
alter table records.revisions enable row level security;
alter table records.revisions force row level security;
create policy workspace on records.revisions using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select, update on records.revisions to helder_app;

create table records.unseen (
  workspace_id uuid not null,
  record_id uuid not null,
  constraint unseen_workspace_id_record_id_fkey FOREIGN KEY (workspace_id, record_id) REFERENCES records.records(workspace_id, record_id) ON DELETE CASCADE,
  constraint unseen_pkey PRIMARY KEY (workspace_id, record_id)
);
alter table records.unseen enable row level security;
alter table records.unseen force row level security;
create policy workspace on records.unseen using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select on records.unseen to helder_app;

create table sites.dropped_submissions (
  workspace_id uuid not null,
  site_id uuid not null,
  key text not null,
  on_day date not null,
  count integer not null,
  constraint dropped_submissions_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites.sites(workspace_id, site_id) ON DELETE CASCADE,
  constraint dropped_submissions_pkey PRIMARY KEY (workspace_id, site_id, key, on_day)
);
alter table sites.dropped_submissions enable row level security;
alter table sites.dropped_submissions force row level security;
create policy workspace on sites.dropped_submissions using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select, update on sites.dropped_submissions to helder_app;

create table sites.file_versions (
  workspace_id uuid not null,
  site_id uuid not null,
  path text not null,
  version integer not null,
  version_id uuid not null,
  sha256 text,
  size_bytes bigint,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint file_versions_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites.sites(workspace_id, site_id) ON DELETE CASCADE,
  constraint file_versions_pkey PRIMARY KEY (workspace_id, site_id, path, version)
);
alter table sites.file_versions enable row level security;
alter table sites.file_versions force row level security;
create policy workspace on sites.file_versions using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select on sites.file_versions to helder_app;

create table sites.files (
  workspace_id uuid not null,
  site_id uuid not null,
  path text not null,
  version integer not null,
  sha256 text not null,
  size_bytes bigint not null,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint files_path_check CHECK (((length(path) >= 1) AND (length(path) <= 300))),
  constraint files_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites.sites(workspace_id, site_id) ON DELETE CASCADE,
  constraint files_pkey PRIMARY KEY (workspace_id, site_id, path)
);
alter table sites.files enable row level security;
alter table sites.files force row level security;
create policy workspace on sites.files using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select, update on sites.files to helder_app;

create table sites.previews (
  workspace_id uuid not null,
  preview_id uuid not null,
  site_id uuid not null,
  host_hash text not null,
  account_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint previews_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites.sites(workspace_id, site_id) ON DELETE CASCADE,
  constraint previews_pkey PRIMARY KEY (workspace_id, preview_id)
);
CREATE INDEX previews_expiry ON sites.previews USING btree (workspace_id, expires_at);
CREATE UNIQUE INDEX previews_host ON sites.previews USING btree (host_hash);
alter table sites.previews enable row level security;
alter table sites.previews force row level security;
create policy workspace on sites.previews using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant delete, insert, select on sites.previews to helder_app;

create table sites.release_records (
  workspace_id uuid not null,
  release_id uuid not null,
  record_id uuid not null,
  revision integer not null,
  constraint release_records_workspace_id_release_id_fkey FOREIGN KEY (workspace_id, release_id) REFERENCES sites.releases(workspace_id, release_id) ON DELETE CASCADE,
  constraint release_records_pkey PRIMARY KEY (workspace_id, release_id, record_id)
);
CREATE INDEX release_records_record ON sites.release_records USING btree (workspace_id, record_id);
alter table sites.release_records enable row level security;
alter table sites.release_records force row level security;
create policy workspace on sites.release_records using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select on sites.release_records to helder_app;

create table sites.releases (
  workspace_id uuid not null,
  release_id uuid not null,
  site_id uuid not null,
  number integer not null,
  note text not null default ''::text,
  created_by uuid,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  inputs jsonb not null,
  manifest_sha256 text,
  pages integer,
  problems jsonb not null default '[]'::jsonb,
  failed boolean not null default false,
  withdrawn_at timestamp with time zone,
  constraint releases_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites.sites(workspace_id, site_id) ON DELETE CASCADE,
  constraint releases_pkey PRIMARY KEY (workspace_id, release_id),
  constraint releases_workspace_id_site_id_number_key UNIQUE (workspace_id, site_id, number)
);
alter table sites.releases enable row level security;
alter table sites.releases force row level security;
create policy workspace on sites.releases using (workspace_id = ( SELECT core.workspace() AS workspace));
grant delete, insert, select, update on sites.releases to helder_app;

create table sites.sites (
  workspace_id uuid not null,
  site_id uuid not null,
  slug text not null,
  name text not null,
  languages text[] not null,
  live_release_id uuid,
  created_at timestamp with time zone not null,
  constraint sites_languages_check CHECK (((cardinality(languages) >= 1) AND (cardinality(languages) <= 10))),
  constraint sites_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint sites_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'::text)),
  constraint sites_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint sites_workspace_id_live_release_id_fkey FOREIGN KEY (workspace_id, live_release_id) REFERENCES sites.releases(workspace_id, release_id),
  constraint sites_pkey PRIMARY KEY (workspace_id, site_id),
  constraint sites_slug_key UNIQUE (slug)
);
alter table sites.sites enable row level security;
alter table sites.sites force row level security;
create policy workspace on sites.sites using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant delete, insert, select, update on sites.sites to helder_app;

create table tenancy.invitations (
  workspace_id uuid not null,
  invitation_id uuid not null,
  email text not null,
  role_id uuid not null,
  outsider boolean not null,
  invited_by uuid not null,
  token_hash text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint invitations_email_check CHECK ((length(email) <= 254)),
  constraint invitations_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint invitations_workspace_id_role_id_fkey FOREIGN KEY (workspace_id, role_id) REFERENCES tenancy.roles(workspace_id, role_id),
  constraint invitations_pkey PRIMARY KEY (workspace_id, invitation_id),
  constraint invitations_workspace_id_email_key UNIQUE (workspace_id, email)
);
CREATE UNIQUE INDEX invitations_token_hash ON tenancy.invitations USING btree (token_hash);
alter table tenancy.invitations enable row level security;
alter table tenancy.invitations force row level security;
create policy workspace on tenancy.invitations using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant delete, insert, select, update on tenancy.invitations to helder_app;

create table tenancy.members (
  workspace_id uuid not null,
  account_id uuid not null,
  account_realm uuid not null default '00000000-0000-7000-8000-000000000000'::uuid,
  role_id uuid not null,
  joined_at timestamp with time zone not null,
  constraint members_account_realm_check CHECK ((account_realm = '00000000-0000-7000-8000-000000000000'::uuid)),
  constraint members_account_realm_account_id_fkey FOREIGN KEY (account_realm, account_id) REFERENCES identity.accounts(workspace_id, account_id) ON DELETE CASCADE,
  constraint members_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint members_workspace_id_role_id_fkey FOREIGN KEY (workspace_id, role_id) REFERENCES tenancy.roles(workspace_id, role_id),
  constraint members_pkey PRIMARY KEY (workspace_id, account_id)
);
CREATE INDEX members_account ON tenancy.members USING btree (account_id);
alter table tenancy.members enable row level security;
alter table tenancy.members force row level security;
create policy workspace on tenancy.members using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant delete, insert, select, update on tenancy.members to helder_app;

create table tenancy.roles (
  workspace_id uuid not null,
  role_id uuid not null,
  key text,
  name text not null,
  permissions text[] not null,
  constraint roles_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint roles_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint roles_pkey PRIMARY KEY (workspace_id, role_id),
  constraint roles_workspace_id_key_key UNIQUE (workspace_id, key)
);
alter table tenancy.roles enable row level security;
alter table tenancy.roles force row level security;
create policy workspace on tenancy.roles using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant delete, insert, select, update on tenancy.roles to helder_app;

create table tenancy.support_sessions (
  workspace_id uuid not null,
  support_session_id uuid not null,
  account_id uuid not null,
  reason text not null,
  started_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint support_sessions_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 500))),
  constraint support_sessions_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES tenancy.workspaces(workspace_id),
  constraint support_sessions_pkey PRIMARY KEY (workspace_id, support_session_id)
);
CREATE INDEX support_sessions_account ON tenancy.support_sessions USING btree (account_id, ends_at);
alter table tenancy.support_sessions enable row level security;
alter table tenancy.support_sessions force row level security;
create policy workspace on tenancy.support_sessions using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant delete, insert, select, update on tenancy.support_sessions to helder_app;

create table tenancy.workspaces (
  workspace_id uuid not null,
  kind text not null default 'client'::text,
  slug text not null,
  name text not null,
  language text not null default 'nl'::text,
  open_for_sign_up boolean not null default false,
  created_at timestamp with time zone not null,
  constraint workspaces_kind_check CHECK ((kind = ANY (ARRAY['client'::text, 'platform'::text]))),
  constraint workspaces_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint workspaces_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint workspaces_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'::text)),
  constraint workspaces_pkey PRIMARY KEY (workspace_id),
  constraint workspaces_slug_key UNIQUE (slug)
);
alter table tenancy.workspaces enable row level security;
alter table tenancy.workspaces force row level security;
create policy workspace on tenancy.workspaces using ((workspace_id = ( SELECT core.workspace() AS workspace)) OR ( SELECT core.is_platform() AS is_platform));
grant insert, select, update on tenancy.workspaces to helder_app;

CREATE OR REPLACE FUNCTION core.add_job(name text, payload jsonb, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, job_key text DEFAULT NULL::text, max_attempts integer DEFAULT 12)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform graphile_worker.add_job(
    identifier => name, payload => payload::json, run_at => run_at, job_key => job_key,
    job_key_mode => 'replace', max_attempts => max_attempts);
end $function$;

CREATE OR REPLACE FUNCTION core.is_platform()
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (COALESCE(current_setting('app.scope'::text, true), ''::text) = 'platform'::text);

CREATE OR REPLACE PROCEDURE core.wall(IN target regclass, IN privileges text, IN across boolean DEFAULT false)
 LANGUAGE plpgsql
AS $procedure$
declare
  rule text := 'workspace_id = (select core.workspace())';
begin
  if across then
    rule := rule || ' or (select core.is_platform())';
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy workspace on %s using (%s)', target, rule);
  execute format('grant %s on %s to helder_app', privileges, target);
end $procedure$;

CREATE OR REPLACE FUNCTION core.workspace()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (current_setting('app.workspace'::text))::uuid;

CREATE OR REPLACE FUNCTION privacy.lock_ledger_position()
 RETURNS TABLE(sequence bigint, hash text)
 LANGUAGE plpgsql
AS $function$
declare
  scope text := coalesce(current_setting('app.scope', true), '');
begin
  perform pg_advisory_xact_lock(hashtextextended('privacy.ledger', 0));
  perform set_config('app.scope', 'platform', true);
  return query select p.sequence, p.hash from privacy.ledger_position p;
  perform set_config('app.scope', scope, true);
end $function$;

CREATE OR REPLACE FUNCTION privacy.queue_payloads()
 RETURNS TABLE(job_id text, task text, payload text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  return query
    select j.id::text, t.identifier, j.payload::text
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.payload ->> 'workspaceId' = core.workspace()::text;
end $function$;

CREATE OR REPLACE FUNCTION privacy.set_ledger_position(platform uuid, new_sequence bigint, new_hash text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  scope text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', 'platform', true);
  insert into privacy.ledger_position as p (workspace_id, sequence, hash) values (platform, new_sequence, new_hash)
    on conflict (workspace_id) do update set sequence = excluded.sequence, hash = excluded.hash;
  perform set_config('app.scope', scope, true);
end $function$;

CREATE OR REPLACE FUNCTION tenancy.member_accounts()
 RETURNS TABLE(account_id uuid, name text, email text, language text)
 LANGUAGE plpgsql
AS $function$
declare
  scope text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', 'platform', true);
  return query
    select a.account_id, a.name, a.email, a.language
    from tenancy.members m
    join identity.accounts a on a.workspace_id = m.account_realm and a.account_id = m.account_id
    where m.workspace_id = core.workspace();
  perform set_config('app.scope', scope, true);
end $function$;

CREATE OR REPLACE FUNCTION tenancy.memberships_of(accounts uuid[])
 RETURNS TABLE(workspace_id uuid, account_id uuid, name text, joined_at timestamp with time zone)
 LANGUAGE plpgsql
AS $function$
declare
  scope text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', 'platform', true);
  return query
    select m.workspace_id, m.account_id, w.name, m.joined_at
    from tenancy.members m
    join tenancy.workspaces w on w.workspace_id = m.workspace_id
    where m.account_id = any (accounts)
    order by m.joined_at;
  perform set_config('app.scope', scope, true);
end $function$;
