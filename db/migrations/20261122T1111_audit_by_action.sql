-- The log of what was done can be asked for one kind of act; without this it reads everything that ever was.
create index entries_action on audit.entries (workspace_id, action, entry_id desc);
