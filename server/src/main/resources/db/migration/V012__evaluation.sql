-- The verdict of every person's year.

create schema evaluation;
grant usage on schema evaluation to ${app_role};

create table evaluation.verdict (
    person_id     bigint          not null,
    scheme        text            not null,
    year          int             not null,
    result        text            not null check (result in ('PASSED', 'NOT_PASSED')),
    total_hours   numeric(7, 1)   not null,
    subject_hours numeric(7, 1)[] not null,          -- in the order of the pack's subjects
    pack_version  int             not null,
    requirement   text            not null,
    entries       int             not null,          -- how many lines of the ledger were looked at: a judgement of fewer never replaces one of more
    judged_at     timestamptz     not null,
    primary key (person_id, scheme, year)
) partition by range (year);

do $$
begin
    for y in 1998..2045 loop
        execute format('create table evaluation.verdict_p%s partition of evaluation.verdict for values from (%s) to (%s)', y, y, y + 1);
    end loop;
end $$;
create index on evaluation.verdict (scheme, year, result);

-- A closed year stays closed: it is judged, if a reversal makes that necessary, by the pack it was closed under.
create table evaluation.closed_year (
    scheme       text        not null,
    year         int         not null,
    pack_version int         not null,
    pack_sha256  bytea       not null check (octet_length(pack_sha256) = 32),   -- of the pack's text: it is not edited any more
    closed_at    timestamptz not null,
    primary key (scheme, year)
);
create trigger closed_year_only_grows before update or delete on evaluation.closed_year
    for each row execute function platform.refuse_change();

-- Once a statement, not once a row: judging a province writes hundreds of thousands of rows.
create function evaluation.guard_closed_year() returns trigger language plpgsql as $$
declare
    wrong record;
begin
    select new_row.scheme, new_row.year, closed.pack_version into wrong
      from new_rows new_row join evaluation.closed_year closed on closed.scheme = new_row.scheme and closed.year = new_row.year
     where closed.pack_version <> new_row.pack_version limit 1;
    if found then
        raise exception 'The year % of % is closed under version % of its pack', wrong.year, wrong.scheme, wrong.pack_version
            using errcode = 'XA005';
    end if;
    return null;
end $$;
create trigger verdict_inserted after insert on evaluation.verdict
    referencing new table as new_rows for each statement execute function evaluation.guard_closed_year();
create trigger verdict_updated after update on evaluation.verdict
    referencing new table as new_rows for each statement execute function evaluation.guard_closed_year();

grant select, insert, update on evaluation.verdict to ${app_role};
grant select, insert on evaluation.closed_year to ${app_role};
