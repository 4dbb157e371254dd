-- Where accounts of the platform are members, whichever workspace it is: an account must not be erased while its
-- person still works somewhere.
create function tenancy.memberships_of(accounts uuid[])
  returns table (workspace_id uuid, account_id uuid, name text, joined_at timestamptz)
  language plpgsql as $$
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
end $$;
revoke all on function tenancy.memberships_of from public;
grant execute on function tenancy.memberships_of to helder_app;
