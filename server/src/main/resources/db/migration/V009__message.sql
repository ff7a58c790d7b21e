-- What the platform tells people.

create schema message;
grant usage on schema message to ${app_role};

create table message.message (
    id        bigint      generated always as identity primary key,
    person_id bigint      not null references person.person,
    title     text        not null check (length(title) <= 100),
    body      text        not null check (length(body) <= 2000),
    link      text        check (link ~ '^/[A-Za-z0-9/?=&-]*$'),
    sent_at   timestamptz not null,
    read_at   timestamptz
);
create index on message.message (person_id, id desc);
create index message_unread on message.message (person_id) where read_at is null;

grant select, insert, update on message.message to ${app_role};
