-- What judgements add up.
create or replace view ledger.entry_view as
select id, year, person_id, scheme, subject, form, topic, mode, hours, days, event
from ledger.entry;

grant select on ledger.entry_view to ${app_role};
