-- The duties of a processor: requests of people, and the erasures that were done.
create schema privacy;
grant usage on schema privacy to helder_app;

-- A request of a person: to see what is held, or to have it erased.
create table privacy.requests (
  workspace_id uuid not null references tenancy.workspaces,
  request_id uuid not null,
  number int not null,
  kind text not null check (kind in ('access', 'erasure')),
  -- The site on which it was asked, or null for the studio; and the origin on which the person can look at it.
  site_id uuid,
  origin text not null,
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
  -- When the work on it began, and the mail that said so.
  started_at timestamptz,
  notice_id uuid,
  finished_at timestamptz,
  -- Set when it could not be done, and emptied when it is tried again: places and counts, no personal data.
  failure jsonb,
  -- The data as it was handed over, and until when it can be fetched.
  export_sha256 text,
  export_until timestamptz,
  primary key (workspace_id, request_id),
  unique (workspace_id, number)
);
create unique index requests_secret on privacy.requests (secret_hash);
create index requests_email on privacy.requests (workspace_id, email);
-- The person's page finds a request by its secret before its workspace is known.
call core.wall('privacy.requests', 'select, insert, update, delete', true);

-- What the ledger says of each erasure, for the screen; the ledger itself lies outside the database.
create table privacy.erasures (
  workspace_id uuid not null references tenancy.workspaces,
  sequence bigint not null,
  request_id uuid not null,
  kind text not null check (kind in ('erasure', 'scan')),
  at timestamptz not null,
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

-- Where the database stands in the ledger. Locked until the transaction ends: the ledger is one chain for all
-- workspaces, so only one of them adds to it at a time.
create function privacy.lock_ledger_position() returns table (sequence bigint, hash text)
  language plpgsql as $$
declare
  scope text := coalesce(current_setting('app.scope', true), '');
begin
  perform pg_advisory_xact_lock(hashtextextended('privacy.ledger', 0));
  perform set_config('app.scope', 'platform', true);
  return query select p.sequence, p.hash from privacy.ledger_position p;
  perform set_config('app.scope', scope, true);
end $$;

-- Notes that the database has followed the ledger up to an entry, whichever workspace the entry is of.
create function privacy.set_ledger_position(platform uuid, new_sequence bigint, new_hash text) returns void
  language plpgsql as $$
declare
  scope text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', 'platform', true);
  insert into privacy.ledger_position as p (workspace_id, sequence, hash) values (platform, new_sequence, new_hash)
    on conflict (workspace_id) do update set sequence = excluded.sequence, hash = excluded.hash;
  perform set_config('app.scope', scope, true);
end $$;

-- What waits in the queue for this workspace, for the scan after an erasure. The queue is not the application's to
-- read otherwise.
create function privacy.queue_payloads() returns table (job_id text, task text, payload text)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query
    select j.id::text, t.identifier, j.payload::text
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.payload ->> 'workspaceId' = core.workspace()::text;
end $$;

revoke all on function privacy.lock_ledger_position, privacy.set_ledger_position, privacy.queue_payloads from public;
grant execute on function privacy.lock_ledger_position, privacy.set_ledger_position, privacy.queue_payloads to helder_app;
