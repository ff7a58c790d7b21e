-- Certificates for lists; what they say and whom they name in full stays with their module.
create or replace view certificate.certificate_view as
select id, number, scheme, person_id, year, title, holder, status, issued_at, revoked_at, revoked_by, reason
from certificate.certificate;

grant select on certificate.certificate_view to ${app_role};
