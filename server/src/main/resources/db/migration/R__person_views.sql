create or replace view person.person_view as
select id, name, employer_id, department, category, title_level, title, title_since, status
from person.person;

grant select on person.person_view to ${app_role};
