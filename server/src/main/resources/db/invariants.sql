-- What must be true at any moment. Each statement finds the rows that contradict it: none, or something is wrong.
-- Run every night, after every restore, and by the test that kills the platform under load.

-- name: every source has its entry and every entry its source
select s.kind, s.key from ledger.source s
  left join ledger.entry e on (e.source_kind, e.source_key, e.year) = (s.kind, s.key, s.year)
 where e.id is null;

-- name: an accepted declaration is credited with exactly what was recognised
select d.id from declaration.declaration d
 where d.status = 'ACCEPTED'
   and d.recognised_hours is distinct from (
       select sum(e.hours) from ledger.entry e
        where e.source_kind = 'DECLARATION' and (e.source_key = d.id::text or e.source_key like d.id || '/%'));

-- name: nothing is credited for a declaration that is not accepted
select e.id from ledger.entry e
  join declaration.declaration d on d.id = split_part(e.source_key, '/', 1)::bigint
 where e.source_kind = 'DECLARATION' and (d.status <> 'ACCEPTED' or d.person_id <> e.person_id or d.scheme <> e.scheme);

-- name: a reversal takes back exactly what it reverses
select r.id from ledger.entry r
  join ledger.entry o on (o.id, o.year) = (r.reverses, r.year)
 where (o.person_id, o.scheme, o.subject, -o.hours, -o.days) is distinct from (r.person_id, r.scheme, r.subject, r.hours, r.days);

-- name: a verdict has looked at every line of its scheme
select v.person_id, v.scheme, v.year from evaluation.verdict v
 where v.entries < (select count(*) from ledger.entry e where (e.person_id, e.scheme, e.year) = (v.person_id, v.scheme, v.year));

-- name: hours without a verdict are of years that ask for nothing
select distinct e.person_id, e.scheme, e.year from ledger.entry e
 where exists (select 1 from evaluation.verdict v where v.scheme = e.scheme and v.year = e.year)
   and not exists (select 1 from evaluation.verdict v where (v.person_id, v.scheme, v.year) = (e.person_id, e.scheme, e.year));

-- name: a valid certificate stands on a passed year
select c.id from certificate.certificate c
  left join evaluation.verdict v on (v.person_id, v.scheme, v.year) = (c.person_id, c.scheme, c.year)
 where c.status = 'VALID' and v.result is distinct from 'PASSED';

-- name: an open case lies with somebody and its subject waits
select c.id from review.review_case c
  left join declaration.declaration d on c.kind = 'DECLARATION' and d.id = c.subject_id
  left join person.person p on c.kind = 'REGISTRATION' and p.id = c.subject_id
 where c.status = 'OPEN' and coalesce(d.status, p.status) not in ('SUBMITTED', 'PENDING');

-- name: what is submitted lies with somebody
select d.id from declaration.declaration d
  left join review.review_case c on c.kind = 'DECLARATION' and c.subject_id = d.id
 where d.status = 'SUBMITTED' and c.status is distinct from 'OPEN';

-- name: an accepted case was passed by every level of its last round, one after the other
select c.id from review.review_case c
 where c.status = 'ACCEPTED'
   and jsonb_array_length(c.chain) <> (select count(distinct s.level) from review.step s
                                        where s.case_id = c.id and s.round = c.round and s.outcome = 'PASSED');

-- name: nobody decided on himself
select s.id from review.step s where s.outcome in ('PASSED', 'SENT_BACK') and s.person_id = s.applicant_person_id;

-- name: nobody who declared for another decided on it
select d.id from declaration.declaration d
  join review.review_case c on c.kind = 'DECLARATION' and c.subject_id = d.id
  join review.step s on s.case_id = c.id and s.outcome = 'PASSED' and s.account_id = d.registered_by;

-- name: the audit trail ends where a declaration stands
select d.id from declaration.declaration d
 where d.status is distinct from (select a.to_state from platform.audit_entry a
                                   where a.action = 'declaration.declaration' and a.entity_id = d.id order by a.id desc limit 1);

-- name: the audit trail of a case has no gap
select a.id from platform.audit_entry a
 where a.action = 'review.review_case'
   and a.from_state is distinct from (select b.to_state from platform.audit_entry b
                                       where b.action = a.action and b.entity_id = a.entity_id and b.id < a.id order by b.id desc limit 1);

-- name: mail does not wait for ever
select m.id from platform.mail m where m.status = 'WAITING' and m.handed_in_at < now() - interval '2 days';

-- name: events are delivered
select p.id from platform.event_publication p where p.completion_date is null and p.publication_date < now() - interval '1 hour';
