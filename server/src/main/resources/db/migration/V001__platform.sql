-- The ground: audit trail, idempotency, outgoing mail, spent challenges, jobs, event publications.

-- Search by parts of names; a trusted extension: the database's owner may create it.
create extension if not exists pg_trgm;

create schema platform;
grant usage on schema platform to ${app_role};

-- ---------------------------------------------------------------------------------------------------------------------
-- Audit trail. Written by the database itself whenever a state changes; the application can only read it.

create table platform.audit_entry (
    id           bigint generated always as identity,
    at           timestamptz not null default clock_timestamp(),
    actor        text        not null,           -- account:12, visitor, job:mail
    account_id   bigint,
    role         text,
    organization_id bigint,
    request_id   text,
    address      text,
    action       text        not null,           -- what happened: declaration.declaration, account.login ...
    entity_id    bigint,
    from_state   text,
    to_state     text,
    detail       jsonb,
    primary key (id, at)
) partition by range (at);

do $$
begin
    for year in 2026..2045 loop
        execute format('create table platform.audit_entry_p%s partition of platform.audit_entry for values from (%L) to (%L)',
                       year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
    end loop;
end $$;
create table platform.audit_entry_default partition of platform.audit_entry default;
create index on platform.audit_entry (action, entity_id);
create index on platform.audit_entry (account_id, at);

grant select on platform.audit_entry to ${app_role};

-- Who acts is set by the application at its first write in a transaction (org.xueshi.platform.Acting).
create function platform.acting(setting text) returns text
    language sql stable
    return nullif(current_setting('xueshi.' || setting, true), '');

create function platform.write_audit(action text, entity_id bigint, from_state text, to_state text, detail jsonb) returns void
    language plpgsql security definer set search_path = platform, pg_temp as $$
begin
    if platform.acting('actor') is null then
        raise exception 'A state changed without anybody acting: % %', action, entity_id using errcode = 'XA001';
    end if;
    insert into platform.audit_entry
        (actor, account_id, role, organization_id, request_id, address, action, entity_id, from_state, to_state, detail)
    values
        (platform.acting('actor'), platform.acting('account')::bigint, platform.acting('role'),
         platform.acting('organization')::bigint, platform.acting('request'), platform.acting('address'),
         action, entity_id, from_state, to_state, detail);
end $$;

-- A table's life: trigger arguments are its allowed steps, 'DRAFT>SUBMITTED'; '>DRAFT' is a birth, 'DRAFT>' an end.
-- A step that is not listed is refused whatever the application believes; a step that is made leaves an audit row.
create function platform.guard_status() returns trigger
    language plpgsql as $$
declare
    was text := case when tg_op = 'INSERT' then '' else old.status end;
    is_now text := case when tg_op = 'DELETE' then '' else new.status end;
    step text := was || '>' || is_now;
begin
    if tg_op = 'UPDATE' and was = is_now then
        return null;
    end if;
    if not step = any (tg_argv) then
        raise exception '%.% cannot go from % to %', tg_table_schema, tg_table_name, was, is_now using errcode = 'XA002';
    end if;
    perform platform.write_audit(tg_table_schema || '.' || tg_table_name,
                                 case when tg_op = 'DELETE' then old.id else new.id end,
                                 nullif(was, ''), nullif(is_now, ''), null);
    return null;
end $$;

-- For tables that only grow.
create function platform.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '%.% only grows: % is refused', tg_table_schema, tg_table_name, tg_op using errcode = 'XA003';
end $$;

create trigger audit_only_grows before update or delete on platform.audit_entry
    for each row execute function platform.refuse_change();
create trigger audit_is_never_emptied before truncate on platform.audit_entry
    for each statement execute function platform.refuse_change();

-- ---------------------------------------------------------------------------------------------------------------------
-- Idempotency: the answer of a write, stored in the same transaction as its effect.

create table platform.answered_request (
    principal   text        not null,
    key         uuid        not null,
    request_mac bytea       not null,
    status      int         not null check (status between 200 and 299),
    answer      bytea,
    answered_at timestamptz not null,
    primary key (principal, key)
);
create index on platform.answered_request (answered_at);
grant select, insert, delete on platform.answered_request to ${app_role};

-- ---------------------------------------------------------------------------------------------------------------------
-- Mail: handed in with the effect it tells of, sent afterwards, tried again until it is taken.

create table platform.mail (
    id          bigint generated by default as identity primary key,
    recipient   bytea       not null,            -- sealed
    subject     text        not null,
    body        bytea       not null,            -- sealed
    status      text        not null check (status in ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts    int         not null default 0,
    next_try_at timestamptz not null,
    handed_in_at timestamptz not null,
    sent_at     timestamptz,
    error       text
);
create index mail_waiting on platform.mail (next_try_at) where status = 'WAITING';
grant select, insert, update, delete on platform.mail to ${app_role};

-- ---------------------------------------------------------------------------------------------------------------------
-- Challenges that have been answered once. Losing them in a crash is harmless: they expire within minutes.

create unlogged table platform.spent_challenge (
    nonce      bytea       primary key,
    expires_at timestamptz not null
);
create index on platform.spent_challenge (expires_at);
grant select, insert, delete on platform.spent_challenge to ${app_role};

-- ---------------------------------------------------------------------------------------------------------------------
-- Jobs (db-scheduler) and event publications (Spring Modulith): their own table layouts.

create table platform.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index on platform.scheduled_tasks (execution_time);
create index on platform.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on platform.scheduled_tasks to ${app_role};

create table platform.event_publication (
    id                     uuid        primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index on platform.event_publication using hash (serialized_event);
create index on platform.event_publication (completion_date);
grant select, insert, update, delete on platform.event_publication to ${app_role};

-- Notes an action that is no change of state. A procedure, so that it counts as a write on the application's side.
create procedure platform.note(action text, entity_id bigint, detail jsonb)
    language plpgsql as $$
begin
    perform platform.write_audit(action, entity_id, null, null, detail);
end $$;
-- Ids are taken before the row is written where sealed values are bound to them.
grant usage on all sequences in schema platform to ${app_role};
