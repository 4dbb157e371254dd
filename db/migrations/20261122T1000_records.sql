-- What workspaces define themselves: collections with fields, and records in them.
create schema records;
grant usage on schema records to helder_app;

-- A collection belongs to a site: its articles, its team, the submissions of one of its forms.
create table records.collections (
  workspace_id uuid not null references tenancy.workspaces,
  collection_id uuid not null,
  site_id uuid not null,
  kind text not null check (kind in ('content', 'form')),
  key text not null check (key ~ '^[a-z][a-zA-Z0-9_]{0,39}$'),
  -- The version that is being worked on, and the one that visitors meet.
  draft_version int not null,
  live_version int,
  -- Which typed column holds which indexed field: {"title": "t1"}.
  slots jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (workspace_id, collection_id),
  unique (workspace_id, site_id, key)
);
call core.wall('records.collections', 'select, insert, update, delete');

-- A definition is never changed, only followed by the next.
create table records.definitions (
  workspace_id uuid not null,
  collection_id uuid not null,
  version int not null,
  name jsonb not null,
  fields jsonb not null,
  privacy jsonb,
  settings jsonb not null default '{}',
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, collection_id, version),
  foreign key (workspace_id, collection_id) references records.collections on delete cascade
);
call core.wall('records.definitions', 'select, insert, delete');

-- A record is its number; what it says stands in its revisions. The typed slots hold what is filtered and sorted
-- by, of the newest revision: text in the form that it is compared by, numbers times a million, money in cents.
create table records.records (
  workspace_id uuid not null,
  record_id uuid not null,
  collection_id uuid not null,
  -- The newest revision; the one that should be on the site from the next publication on; the one that is.
  draft_number int not null,
  wanted_number int,
  published_number int,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  t1 text, t2 text, t3 text, t4 text, t5 text, t6 text, t7 text, t8 text,
  n1 bigint, n2 bigint, n3 bigint, n4 bigint,
  d1 timestamptz, d2 timestamptz, d3 timestamptz, d4 timestamptz,
  b1 boolean, b2 boolean, b3 boolean, b4 boolean,
  u1 uuid, u2 uuid, u3 uuid, u4 uuid,
  primary key (workspace_id, record_id),
  foreign key (workspace_id, collection_id) references records.collections on delete cascade
);
create index records_newest on records.records (workspace_id, collection_id, record_id desc);
create index records_updated on records.records (workspace_id, collection_id, updated_at, record_id);
create index records_expiry on records.records (workspace_id, collection_id, created_at);
do $$
declare slot text;
begin
  foreach slot in array array['t1','t2','t3','t4','t5','t6','t7','t8','n1','n2','n3','n4','d1','d2','d3','d4',
                              'b1','b2','b3','b4','u1','u2','u3','u4'] loop
    -- Partial, so that a slot which a collection does not use costs nothing.
    execute format('create index records_%s on records.records (workspace_id, collection_id, %s, record_id) where %s is not null',
      slot, slot, slot);
  end loop;
end $$;
call core.wall('records.records', 'select, insert, update, delete');

create table records.revisions (
  workspace_id uuid not null,
  record_id uuid not null,
  number int not null,
  definition_version int not null,
  doc jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (workspace_id, record_id, number),
  foreign key (workspace_id, record_id) references records.records on delete cascade
);
call core.wall('records.revisions', 'select, insert, update, delete');

-- Which record refers to which, in its newest revision.
create table records.edges (
  workspace_id uuid not null,
  from_record uuid not null,
  path text not null,
  to_record uuid not null,
  primary key (workspace_id, from_record, path, to_record),
  foreign key (workspace_id, from_record) references records.records on delete cascade,
  foreign key (workspace_id, to_record) references records.records on delete cascade
);
create index edges_to on records.edges (workspace_id, to_record);
call core.wall('records.edges', 'select, insert, delete');

-- Records that were thrown away and can still be put back.
create table records.bin (
  workspace_id uuid not null,
  record_id uuid not null,
  removed_by uuid,
  removed_at timestamptz not null,
  primary key (workspace_id, record_id),
  foreign key (workspace_id, record_id) references records.records on delete cascade
);
create index bin_removed on records.bin (workspace_id, removed_at);
call core.wall('records.bin', 'select, insert, delete');

-- Submissions that nobody has read. What is read goes: who read it when is nobody's business, and the few that
-- wait are found without passing all that were read.
create table records.unseen (
  workspace_id uuid not null,
  record_id uuid not null,
  primary key (workspace_id, record_id),
  foreign key (workspace_id, record_id) references records.records on delete cascade
);
call core.wall('records.unseen', 'select, insert, delete');
