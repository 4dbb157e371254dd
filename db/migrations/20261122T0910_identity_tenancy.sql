create schema tenancy;
create schema identity;
grant usage on schema tenancy, identity to helder_app;

-- A client, or the operator itself (kind 'platform').
create table tenancy.workspaces (
  workspace_id uuid primary key,
  kind text not null default 'client' check (kind in ('client', 'platform')),
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
  name text not null check (length(name) between 1 and 120),
  language text not null default 'nl' check (language in ('nl', 'en')),
  -- Whether people may make an account by themselves: here, or on this client's sites.
  open_for_sign_up boolean not null default false,
  created_at timestamptz not null
);
call core.wall('tenancy.workspaces', 'select, insert, update', true);

-- A person who can sign in. Accounts of the platform live in the operator's workspace;
-- accounts of a client's customers and pupils live in that client's.
create table identity.accounts (
  workspace_id uuid not null references tenancy.workspaces,
  account_id uuid not null,
  email text not null check (length(email) <= 254),
  name text not null check (length(name) between 1 and 120),
  language text not null default 'nl' check (language in ('nl', 'en')),
  password_hash text,
  verified_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, account_id),
  constraint accounts_email_key unique (workspace_id, email)
);
call core.wall('identity.accounts', 'select, insert, update, delete', true);

create table identity.sessions (
  workspace_id uuid not null,
  session_id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, session_id),
  foreign key (workspace_id, account_id) references identity.accounts on delete cascade
);
create unique index sessions_token_hash on identity.sessions (token_hash);
create index sessions_account on identity.sessions (workspace_id, account_id);
call core.wall('identity.sessions', 'select, insert, update, delete', true);

-- A link by mail that works once: to sign in, to set a password, to prove an address.
create table identity.links (
  workspace_id uuid not null,
  link_id uuid not null,
  account_id uuid not null,
  purpose text not null check (purpose in ('sign-in', 'set-password', 'verify', 'change-email')),
  new_email text,
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, link_id),
  foreign key (workspace_id, account_id) references identity.accounts on delete cascade
);
create unique index links_token_hash on identity.links (token_hash);
create index links_account on identity.links (workspace_id, account_id);
call core.wall('identity.links', 'select, insert, update, delete', true);

-- Counts of tries per window, by a keyed hash of what is tried; not worth a place in WAL or backups.
create unlogged table identity.attempts (
  workspace_id uuid not null,
  key_hash text not null,
  count int not null,
  resets_at timestamptz not null,
  primary key (workspace_id, key_hash)
);
create index attempts_resets_at on identity.attempts (workspace_id, resets_at);
call core.wall('identity.attempts', 'select, insert, update, delete', true);

-- What a member may do: a named set of permissions. A role with a key is one of Helder's own.
create table tenancy.roles (
  workspace_id uuid not null references tenancy.workspaces,
  role_id uuid not null,
  key text,
  name text not null check (length(name) between 1 and 60),
  permissions text[] not null,
  primary key (workspace_id, role_id),
  unique (workspace_id, key)
);
call core.wall('tenancy.roles', 'select, insert, update, delete', true);

create table tenancy.members (
  workspace_id uuid not null references tenancy.workspaces,
  account_id uuid not null,
  -- Members are people of the platform, whichever workspace they work in.
  account_realm uuid not null default '00000000-0000-7000-8000-000000000000'
    check (account_realm = '00000000-0000-7000-8000-000000000000'),
  role_id uuid not null,
  joined_at timestamptz not null,
  primary key (workspace_id, account_id),
  foreign key (account_realm, account_id) references identity.accounts on delete cascade,
  foreign key (workspace_id, role_id) references tenancy.roles
);
create index members_account on tenancy.members (account_id);
call core.wall('tenancy.members', 'select, insert, update, delete', true);

create table tenancy.invitations (
  workspace_id uuid not null references tenancy.workspaces,
  invitation_id uuid not null,
  email text not null check (length(email) <= 254),
  role_id uuid not null,
  -- Someone without an employment contract with the operator or the client stands outside the agreement.
  outsider boolean not null,
  invited_by uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, invitation_id),
  unique (workspace_id, email),
  foreign key (workspace_id, role_id) references tenancy.roles
);
create unique index invitations_token_hash on tenancy.invitations (token_hash);
call core.wall('tenancy.invitations', 'select, insert, update, delete', true);

-- A key for programs: acts for its account, within one workspace and no more permissions than named.
create table identity.tokens (
  workspace_id uuid not null references tenancy.workspaces,
  token_id uuid not null,
  account_id uuid not null,
  account_realm uuid not null default '00000000-0000-7000-8000-000000000000'
    check (account_realm = '00000000-0000-7000-8000-000000000000'),
  name text not null check (length(name) between 1 and 60),
  token_hash text not null,
  permissions text[] not null,
  created_at timestamptz not null,
  used_at timestamptz,
  expires_at timestamptz,
  primary key (workspace_id, token_id),
  foreign key (account_realm, account_id) references identity.accounts on delete cascade
);
create unique index tokens_token_hash on identity.tokens (token_hash);
call core.wall('identity.tokens', 'select, insert, update, delete', true);

-- Staff look into a workspace only in a session with a reason and an end.
create table tenancy.support_sessions (
  workspace_id uuid not null references tenancy.workspaces,
  support_session_id uuid not null,
  account_id uuid not null,
  reason text not null check (length(reason) between 10 and 500),
  started_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (workspace_id, support_session_id)
);
create index support_sessions_account on tenancy.support_sessions (account_id, ends_at);
call core.wall('tenancy.support_sessions', 'select, insert, update, delete', true);

-- The people of the platform who are members of this workspace: their name and address, and no more.
create function tenancy.member_accounts() returns table (account_id uuid, name text, email text, language text)
  language plpgsql as $$
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
end $$;
revoke all on function tenancy.member_accounts from public;
grant execute on function tenancy.member_accounts to helder_app;
