// The tables after all migrations. Made by `npm run describe`; never edit it by hand.
import type { ColumnType, Generated } from 'kysely'

/** A JSON document: read as it is, written as text so that the driver does not guess. */
export type Json = ColumnType<unknown, string, string>

/** A JSON document that need not be given. */
export type DefaultJson = ColumnType<unknown, string | undefined, string>

/** Every table by its full name, with the types of its columns. */
export interface Tables {
  'audit.entries': {
    workspace_id: string
    entry_id: string
    at: Date
    actor_kind: string
    actor_id: string | null
    action: string
    target_id: string | null
    detail: DefaultJson
  }
  'core.migrations': {
    name: string
    sha256: string
    applied_at: Generated<Date>
  }
  'identity.accounts': {
    workspace_id: string
    account_id: string
    email: string
    name: string
    language: Generated<string>
    password_hash: string | null
    verified_at: Date | null
    created_at: Date
  }
  'identity.attempts': {
    workspace_id: string
    key_hash: string
    count: number
    resets_at: Date
  }
  'identity.links': {
    workspace_id: string
    link_id: string
    account_id: string
    purpose: string
    new_email: string | null
    token_hash: string
    created_at: Date
    expires_at: Date
    used_at: Date | null
  }
  'identity.sessions': {
    workspace_id: string
    session_id: string
    account_id: string
    token_hash: string
    device: string
    created_at: Date
    seen_at: Date
    expires_at: Date
  }
  'identity.tokens': {
    workspace_id: string
    token_id: string
    account_id: string
    account_realm: Generated<string>
    name: string
    token_hash: string
    permissions: string[]
    created_at: Date
    used_at: Date | null
    expires_at: Date | null
  }
  'mail.messages': {
    workspace_id: string
    message_id: string
    template: string
    to_address: string
    subject: string
    text_body: string
    html_body: string
    language: string
    created_at: Date
    sent_at: Date | null
    failure: string | null
  }
  'objects.objects': {
    workspace_id: string
    sha256: string
    size_bytes: number
    created_at: Date
  }
  'objects.uses': {
    workspace_id: string
    sha256: string
    owner_kind: string
    owner_id: string
  }
  'privacy.erasures': {
    workspace_id: string
    sequence: number
    request_id: string
    kind: string
    at: Date
    entry: Json
  }
  'privacy.ledger_position': {
    workspace_id: string
    sequence: number
    hash: string
  }
  'privacy.repetitions': {
    workspace_id: string
    sequence: number
    repeated_at: Date
    erased_again: number
    remaining: number
  }
  'privacy.requests': {
    workspace_id: string
    request_id: string
    number: number
    kind: string
    site_id: string | null
    origin: string
    email: string | null
    language: string
    secret_hash: string
    received_at: Date
    verified_at: Date | null
    due_on: string | null
    decided_at: Date | null
    decided_by: string | null
    approved: boolean | null
    reason: string | null
    started_at: Date | null
    notice_id: string | null
    finished_at: Date | null
    failure: Json | null
    export_sha256: string | null
    export_until: Date | null
  }
  'records.bin': {
    workspace_id: string
    record_id: string
    removed_by: string | null
    removed_at: Date
  }
  'records.collections': {
    workspace_id: string
    collection_id: string
    site_id: string
    kind: string
    key: string
    draft_version: number
    live_version: number | null
    slots: DefaultJson
    created_at: Date
  }
  'records.definitions': {
    workspace_id: string
    collection_id: string
    version: number
    name: Json
    fields: Json
    privacy: Json | null
    settings: DefaultJson
    created_by: string | null
    created_at: Date
  }
  'records.edges': {
    workspace_id: string
    from_record: string
    path: string
    to_record: string
  }
  'records.records': {
    workspace_id: string
    record_id: string
    collection_id: string
    draft_number: number
    wanted_number: number | null
    published_number: number | null
    created_by: string | null
    created_at: Date
    updated_at: Date
    t1: string | null
    t2: string | null
    t3: string | null
    t4: string | null
    t5: string | null
    t6: string | null
    t7: string | null
    t8: string | null
    n1: number | null
    n2: number | null
    n3: number | null
    n4: number | null
    d1: Date | null
    d2: Date | null
    d3: Date | null
    d4: Date | null
    b1: boolean | null
    b2: boolean | null
    b3: boolean | null
    b4: boolean | null
    u1: string | null
    u2: string | null
    u3: string | null
    u4: string | null
  }
  'records.revisions': {
    workspace_id: string
    record_id: string
    number: number
    definition_version: number
    doc: Json
    created_by: string | null
    created_at: Date
  }
  'records.unseen': {
    workspace_id: string
    record_id: string
  }
  'sites.dropped_submissions': {
    workspace_id: string
    site_id: string
    key: string
    on_day: string
    count: number
  }
  'sites.file_versions': {
    workspace_id: string
    site_id: string
    path: string
    version: number
    version_id: string
    sha256: string | null
    size_bytes: number | null
    changed_by: string | null
    changed_at: Date
  }
  'sites.files': {
    workspace_id: string
    site_id: string
    path: string
    version: number
    sha256: string
    size_bytes: number
    changed_by: string | null
    changed_at: Date
  }
  'sites.previews': {
    workspace_id: string
    preview_id: string
    site_id: string
    host_hash: string
    account_id: string
    created_at: Date
    expires_at: Date
  }
  'sites.release_records': {
    workspace_id: string
    release_id: string
    record_id: string
    revision: number
  }
  'sites.releases': {
    workspace_id: string
    release_id: string
    site_id: string
    number: number
    note: Generated<string>
    created_by: string | null
    created_at: Date
    finished_at: Date | null
    inputs: Json
    manifest_sha256: string | null
    pages: number | null
    problems: DefaultJson
    failed: Generated<boolean>
    withdrawn_at: Date | null
  }
  'sites.sites': {
    workspace_id: string
    site_id: string
    slug: string
    name: string
    languages: string[]
    live_release_id: string | null
    created_at: Date
  }
  'tenancy.invitations': {
    workspace_id: string
    invitation_id: string
    email: string
    role_id: string
    outsider: boolean
    invited_by: string
    token_hash: string
    created_at: Date
    expires_at: Date
  }
  'tenancy.members': {
    workspace_id: string
    account_id: string
    account_realm: Generated<string>
    role_id: string
    joined_at: Date
  }
  'tenancy.roles': {
    workspace_id: string
    role_id: string
    key: string | null
    name: string
    permissions: string[]
  }
  'tenancy.support_sessions': {
    workspace_id: string
    support_session_id: string
    account_id: string
    reason: string
    started_at: Date
    ends_at: Date
  }
  'tenancy.workspaces': {
    workspace_id: string
    kind: Generated<string>
    slug: string
    name: string
    language: Generated<string>
    open_for_sign_up: Generated<boolean>
    created_at: Date
  }
}
