-- What is known of stored files; their bytes lie in the file store under the hash of their content.

create schema files;
grant usage on schema files to ${app_role};

create table files.file (
    id          uuid        primary key,         -- random: what a client may know
    content     text        not null check (content ~ '^[0-9a-f]{64}$'),
    thumbnail   text        check (thumbnail ~ '^[0-9a-f]{64}$'),
    media_type  text        not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
    size        bigint      not null check (size > 0),
    sent_size   bigint      not null,            -- of what was uploaded, before it was written anew
    width       int,
    height      int,
    name        text        check (length(name) <= 200),
    uploader    text        not null,            -- the principal that may attach it
    kept        boolean     not null,            -- attached to something; the rest is swept away after a day
    stored_at   timestamptz not null
);
create index file_not_kept on files.file (stored_at) where not kept;
create index on files.file (content);
grant select, insert, update, delete on files.file to ${app_role};
