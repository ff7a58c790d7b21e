-- Data keys, wrapped by the master key that never lies in the database.

create schema vault;
grant usage on schema vault to ${app_role};

create table vault.key (
    id         int generated always as identity primary key,
    purpose    text        not null check (purpose in ('FIELD', 'INDEX', 'PEPPER', 'SESSION', 'TOKEN', 'KEYSTORE')),
    wrapped    bytea       not null,
    created_at timestamptz not null default now()
);
grant select, insert on vault.key to ${app_role};
