-- Websites: their files, their releases, their previews.
create schema sites;
grant usage on schema sites to helder_app;

create table sites.sites (
  workspace_id uuid not null references tenancy.workspaces,
  site_id uuid not null,
  -- The first part of the site's own host name, so unique for the whole installation.
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
  name text not null check (length(name) between 1 and 120),
  -- The first one is the site's own; its pages have no language in their address.
  languages text[] not null check (cardinality(languages) between 1 and 10),
  live_release_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, site_id)
);
-- Found by host name before its workspace is known.
call core.wall('sites.sites', 'select, insert, update, delete', true);

-- The files that builders work on.
create table sites.files (
  workspace_id uuid not null,
  site_id uuid not null,
  path text not null check (length(path) between 1 and 300),
  version int not null,
  sha256 text not null,
  size_bytes bigint not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (workspace_id, site_id, path),
  foreign key (workspace_id, site_id) references sites.sites on delete cascade
);
call core.wall('sites.files', 'select, insert, update, delete');

-- Every version of every file; without sha256 the file was removed.
create table sites.file_versions (
  workspace_id uuid not null,
  site_id uuid not null,
  path text not null,
  version int not null,
  -- Under this id the version holds on to its bytes.
  version_id uuid not null,
  sha256 text,
  size_bytes bigint,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (workspace_id, site_id, path, version),
  foreign key (workspace_id, site_id) references sites.sites on delete cascade
);
call core.wall('sites.file_versions', 'select, insert, delete');

-- What was published: built once, never changed. The inputs say what it is made of: files by their bytes, definitions
-- by version, the languages, the roles that see a form. The manifest is an object that lists every address with its
-- bytes.
create table sites.releases (
  workspace_id uuid not null,
  release_id uuid not null,
  site_id uuid not null,
  number int not null,
  note text not null default '',
  created_by uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  inputs jsonb not null,
  -- Null until it is built, and again when it is withdrawn: because somebody in it was erased, or it was too old.
  manifest_sha256 text,
  pages int,
  problems jsonb not null default '[]',
  failed boolean not null default false,
  withdrawn_at timestamptz,
  primary key (workspace_id, release_id),
  unique (workspace_id, site_id, number),
  foreign key (workspace_id, site_id) references sites.sites on delete cascade
);
call core.wall('sites.releases', 'select, insert, update, delete');
alter table sites.sites add foreign key (workspace_id, live_release_id) references sites.releases (workspace_id, release_id);

-- Which records a release shows, so that one can be found and withdrawn when a person in it is erased.
create table sites.release_records (
  workspace_id uuid not null,
  release_id uuid not null,
  record_id uuid not null,
  revision int not null,
  primary key (workspace_id, release_id, record_id),
  foreign key (workspace_id, release_id) references sites.releases on delete cascade
);
create index release_records_record on sites.release_records (workspace_id, record_id);
call core.wall('sites.release_records', 'select, insert, delete');

-- A preview is a host name that can't be guessed; it shows the working files and drafts for a day.
create table sites.previews (
  workspace_id uuid not null,
  preview_id uuid not null,
  site_id uuid not null,
  host_hash text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, preview_id),
  foreign key (workspace_id, site_id) references sites.sites on delete cascade
);
create unique index previews_host on sites.previews (host_hash);
create index previews_expiry on sites.previews (workspace_id, expires_at);
call core.wall('sites.previews', 'select, insert, delete', true);

-- How many submissions were taken for spam and dropped: a count by day, and nothing of what they said.
create table sites.dropped_submissions (
  workspace_id uuid not null,
  site_id uuid not null,
  key text not null,
  on_day date not null,
  count int not null,
  primary key (workspace_id, site_id, key, on_day),
  foreign key (workspace_id, site_id) references sites.sites on delete cascade
);
call core.wall('sites.dropped_submissions', 'select, insert, update, delete');
