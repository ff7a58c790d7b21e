-- Where every case is.
create or replace view review.case_view as
select id, kind, subject_id, title, applicant_person_id, applicant_name, round, level, status, place_id, opened_at, waiting_since,
       chain -> level ->> 'name' as level_name,
       (select place ->> 'name' from jsonb_array_elements(chain -> level -> 'places') place
         where (place ->> 'id')::bigint = place_id) as place_name
from review.review_case;

-- What an organization has decided.
create or replace view review.decision_view as
select id, case_id, round, level, outcome, place_id, actor_name, reason, change, at
from review.step
where outcome in ('PASSED', 'SENT_BACK');

grant select on review.case_view, review.decision_view to ${app_role};
