create or replace view organization.organization_view as
select id, name, code, kinds, nature, region, prefix, bureau_id, authority_id, status
from organization.organization;

grant select on organization.organization_view to ${app_role};
