create schema mail;
create schema objects;
create schema audit;
grant usage on schema mail, objects, audit to helder_app;

-- Mail to one person. Sent mail is kept for a while so that people can see what went out.
create table mail.messages (
  workspace_id uuid not null references tenancy.workspaces,
  message_id uuid not null,
  template text not null,
  to_address text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  language text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  failure text,
  primary key (workspace_id, message_id)
);
create index messages_created on mail.messages (workspace_id, created_at desc, message_id);
create index messages_to on mail.messages (workspace_id, to_address);
call core.wall('mail.messages', 'select, insert, update, delete');

-- Bytes by what they are; where they lie is the affair of the store.
create table objects.objects (
  workspace_id uuid not null references tenancy.workspaces,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  created_at timestamptz not null,
  primary key (workspace_id, sha256)
);
call core.wall('objects.objects', 'select, insert, update, delete');

-- Who needs an object. An object that nobody needs is removed.
create table objects.uses (
  workspace_id uuid not null,
  sha256 text not null,
  owner_kind text not null,
  owner_id uuid not null,
  primary key (workspace_id, owner_kind, owner_id, sha256),
  foreign key (workspace_id, sha256) references objects.objects
);
create index uses_object on objects.uses (workspace_id, sha256);
call core.wall('objects.uses', 'select, insert, delete');

-- Who did what to what, and when. Entries are added and never changed; ids only.
create table audit.entries (
  workspace_id uuid not null references tenancy.workspaces,
  entry_id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('account', 'visitor', 'system')),
  actor_id uuid,
  action text not null,
  target_id text,
  detail jsonb not null default '{}',
  primary key (workspace_id, entry_id)
);
create index entries_at on audit.entries (workspace_id, at desc, entry_id);
create index entries_target on audit.entries (workspace_id, target_id);
call core.wall('audit.entries', 'select, insert, delete');
