-- The duties of a processor: requests of people, and the erasures that were done.
create schema privacy;
grant usage on schema privacy to helder_app;

-- A request of a person: to see what is held, or to have it erased.
create table privacy.requests (
  workspace_id uuid not null references tenancy.workspaces,
  request_id uuid not null,
  number int not null,
  kind text not null check (kind in ('access', 'erasure')),
  -- Where it came in: on this site, or null for the studio.
  site_id uuid,
  -- Gone once the person is erased.
  email text,
  language text not null check (language in ('nl', 'en')),
  -- The secret of the person's own page about the request.
  secret_hash text not null,
  received_at timestamptz not null,
  -- When the person showed that the address is theirs; the month to answer runs from here.
  verified_at timestamptz,
  due_on date,
  decided_at timestamptz,
  decided_by uuid,
  approved boolean,
  reason text,
  finished_at timestamptz,
  -- Counts and names of stores, no personal data.
  outcome jsonb,
  -- The data as it was handed over, and until when it can be fetched.
  export_sha256 text,
  export_until timestamptz,
  primary key (workspace_id, request_id),
  unique (workspace_id, number)
);
create unique index requests_secret on privacy.requests (workspace_id, secret_hash);
create index requests_email on privacy.requests (workspace_id, email);
call core.wall('privacy.requests', 'select, insert, update, delete');

-- What the ledger says of each erasure, for the screen; the ledger itself lies outside the database.
create table privacy.erasures (
  workspace_id uuid not null references tenancy.workspaces,
  sequence bigint not null,
  request_id uuid not null,
  erased_at timestamptz not null,
  entry jsonb not null,
  primary key (workspace_id, sequence)
);
create index erasures_request on privacy.erasures (workspace_id, request_id);
call core.wall('privacy.erasures', 'select, insert, delete');

-- Each time an erasure was done again, because an older database came back.
create table privacy.repetitions (
  workspace_id uuid not null,
  sequence bigint not null,
  repeated_at timestamptz not null,
  erased_again int not null,
  remaining int not null,
  primary key (workspace_id, sequence, repeated_at),
  foreign key (workspace_id, sequence) references privacy.erasures on delete cascade
);
call core.wall('privacy.repetitions', 'select, insert, delete');

-- How far this database has followed the ledger. One row, in the operator's workspace. A database that is behind
-- was restored from before an erasure, and must not be served until it has caught up.
create table privacy.ledger_position (
  workspace_id uuid primary key references tenancy.workspaces,
  sequence bigint not null,
  hash text not null
);
call core.wall('privacy.ledger_position', 'select, insert, update', true);
