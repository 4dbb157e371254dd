-- The database after all migrations. Made by `npm run helder -- migrate --describe`; never edit it by hand.

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
