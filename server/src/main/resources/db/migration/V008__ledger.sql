-- The account of hours. It only grows; mistakes are mended by reversals.

create schema ledger;
grant usage on schema ledger to ${app_role};

-- One source, one credit, whatever year it is booked under.
create table ledger.source (
    kind text not null check (kind ~ '^[A-Z_]{3,30}$'),          -- DECLARATION, IMPORT, REVERSAL ...
    key  text not null check (length(key) between 1 and 100),
    year int  not null,
    primary key (kind, key),
    unique (kind, key, year)
) partition by hash (key);

do $$
begin
    for part in 0..7 loop
        execute format('create table ledger.source_p%s partition of ledger.source for values with (modulus 8, remainder %s)', part, part);
    end loop;
end $$;

create sequence ledger.entry_id;
grant usage on sequence ledger.entry_id to ${app_role};

create table ledger.entry (
    id             bigint        not null default nextval('ledger.entry_id'),
    year           int           not null check (year between 1998 and 2099),
    person_id      bigint        not null,
    scheme         text          not null,
    subject        text          not null,
    form           text          not null,
    form_name      text          not null,
    title          text          not null check (length(title) <= 300),
    topic          text,
    mode           text          not null check (mode in ('ONLINE', 'OFFLINE')),
    hours          numeric(6, 1) not null check (hours <> 0 or days <> 0),
    days           numeric(5, 1) not null default 0,
    source_kind    text          not null,
    source_key     text          not null,
    event          bytea,                                        -- hash: the same event in two schemes counts once
    recognised_by  text          not null,                       -- who recognised it
    rule           text          not null,                       -- under which rule
    pack_version   int           not null,
    happened_from  date,
    happened_to    date,
    reverses       bigint,
    reason         text          check (length(reason) <= 500),
    recorded_at    timestamptz   not null,
    recorded_by    bigint,
    primary key (id, year),
    unique (source_kind, source_key, year),
    foreign key (source_kind, source_key, year) references ledger.source (kind, key, year),
    unique (reverses, year),                                     -- an entry is reversed once
    foreign key (reverses, year) references ledger.entry (id, year),
    check ((reverses is null) = (hours >= 0 and days >= 0)),
    check ((reverses is null) or reason is not null)
) partition by range (year);

do $$
begin
    for y in 1998..2045 loop
        execute format('create table ledger.entry_p%s partition of ledger.entry for values from (%s) to (%s)', y, y, y + 1);
    end loop;
end $$;
create index on ledger.entry (person_id, year) include (scheme, subject, hours);
create index on ledger.entry (scheme, year);

create function ledger.audit_entry() returns trigger language plpgsql as $$
begin
    perform platform.write_audit('ledger.entry', new.id, null, case when new.reverses is null then 'RECORDED' else 'REVERSED' end, null);
    return null;
end $$;
create trigger entry_audited after insert on ledger.entry for each row execute function ledger.audit_entry();
create trigger entry_only_grows before update or delete on ledger.entry for each row execute function platform.refuse_change();
create trigger entry_is_never_emptied before truncate on ledger.entry for each statement execute function platform.refuse_change();
create trigger source_only_grows before update or delete on ledger.source for each row execute function platform.refuse_change();

-- A reversal takes back exactly what it reverses.
create function ledger.check_reversal() returns trigger language plpgsql as $$
declare
    original ledger.entry;
begin
    select * into original from ledger.entry where id = new.reverses and year = new.year;
    if original.reverses is not null
        or (original.person_id, original.scheme, original.subject, -original.hours, -original.days)
            is distinct from (new.person_id, new.scheme, new.subject, new.hours, new.days) then
        raise exception 'A reversal must take back exactly entry %', new.reverses using errcode = 'XA004';
    end if;
    return new;
end $$;
create trigger entry_reversal before insert on ledger.entry
    for each row when (new.reverses is not null) execute function ledger.check_reversal();

grant select, insert on ledger.entry, ledger.source to ${app_role};
