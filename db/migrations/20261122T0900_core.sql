-- What every slice stands on: who asks, and the wall between workspaces.

-- The workspace of this transaction. Fails loudly where none was set.
create function core.workspace() returns uuid
  language sql stable
  return current_setting('app.workspace')::uuid;

-- Whether this transaction may look across workspaces, for the few tables that allow it.
create function core.is_platform() returns boolean
  language sql stable
  return coalesce(current_setting('app.scope', true), '') = 'platform';

-- Puts a table behind the wall. `across` lets a transaction of the platform see all rows: only for tables
-- in which something must be found before its workspace is known (a session, a host name).
create procedure core.wall(target regclass, privileges text, across boolean default false)
  language plpgsql as $$
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
end $$;

-- Puts a job in the queue, in the transaction of whoever asks. The application's role has no other way in.
-- The payload holds ids; job_key makes a second request replace the first while it waits.
create function core.add_job(
  name text, payload jsonb, run_at timestamptz default null, job_key text default null, max_attempts int default 12
) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(
    identifier => name, payload => payload::json, run_at => run_at, job_key => job_key,
    job_key_mode => 'replace', max_attempts => max_attempts);
end $$;

revoke all on function core.add_job from public;
grant execute on function core.add_job to helder_app;
grant usage on schema core to helder_app;
grant select on core.migrations to helder_app;
