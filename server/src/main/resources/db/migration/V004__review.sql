-- Cases that pass levels. The book knows neither what is reviewed nor why these levels.

create schema review;
grant usage on schema review to ${app_role};

create table review.review_case (
    id                  bigint      generated always as identity primary key,
    kind                text        not null check (kind ~ '^[A-Z_]{3,30}$'),
    subject_id          bigint      not null,      -- what is reviewed, in its own module
    title               text        not null check (length(title) <= 300),
    applicant_person_id bigint      not null,      -- whom it is about: never decides on it
    applicant_name      text        not null,
    chain               jsonb       not null,      -- the levels: [{"name": ..., "places": [{"id": ..., "name": ...}]}]
    round               int         not null default 1 check (round > 0),
    level               int         not null default 0 check (level >= 0),
    status              text        not null check (status in ('OPEN', 'ACCEPTED', 'SENT_BACK', 'WITHDRAWN')),
    place_id            bigint,                    -- the organization that has it now
    opened_at           timestamptz not null,
    waiting_since       timestamptz not null,
    version             int         not null default 0,
    unique (kind, subject_id),
    unique (id, applicant_person_id),
    check ((status = 'OPEN') = (place_id is not null))
);
create index review_inbox on review.review_case (place_id, kind, waiting_since, id) where status = 'OPEN';
create index review_inbox_of_all on review.review_case (place_id, waiting_since, id) include (kind, subject_id) where status = 'OPEN';
create index on review.review_case (applicant_person_id);

create trigger review_case_status after insert or update or delete on review.review_case
    for each row execute function platform.guard_status(
        '>OPEN', 'OPEN>ACCEPTED', 'OPEN>SENT_BACK', 'OPEN>WITHDRAWN', 'SENT_BACK>OPEN', 'WITHDRAWN>OPEN', 'SENT_BACK>WITHDRAWN');

-- Every step of a case, for good.
create table review.step (
    id                  bigint      generated always as identity primary key,
    case_id             bigint      not null,
    round               int         not null,
    level               int         not null,
    outcome             text        not null check (outcome in ('SUBMITTED', 'PASSED', 'SENT_BACK', 'WITHDRAWN')),
    level_name          text,
    place_id            bigint,
    place_name          text,
    account_id          bigint,                    -- null: a visitor
    person_id           bigint,                    -- the learner whose account decided
    actor_name          text        not null,
    applicant_person_id bigint      not null,
    reason              text        check (length(reason) <= 1000),
    change              text        check (length(change) <= 300),
    at                  timestamptz not null,
    foreign key (case_id, applicant_person_id) references review.review_case (id, applicant_person_id),
    check (outcome <> 'SENT_BACK' or reason is not null),
    -- Nobody reviews his own claim.
    constraint nobody_decides_on_himself check (outcome not in ('PASSED', 'SENT_BACK') or person_id is distinct from applicant_person_id)
);
create index on review.step (case_id, applicant_person_id);
create index on review.step (place_id, id) where outcome in ('PASSED', 'SENT_BACK');
-- A level decides once in a round, and nobody passes two levels of it.
create unique index one_decision_a_level on review.step (case_id, round, level) where outcome in ('PASSED', 'SENT_BACK');
create unique index nobody_passes_twice on review.step (case_id, round, account_id) where outcome = 'PASSED';

create trigger step_only_grows before update or delete on review.step
    for each row execute function platform.refuse_change();

grant select, insert, update on review.review_case to ${app_role};
grant select, insert on review.step to ${app_role};
