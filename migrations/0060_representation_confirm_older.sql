-- Who came with an Organisationskonto before 0048 counted for ever: it is noted as confirmed now, so that half a year from this update on they come
-- with it once more or count no longer. Whom an owner is known to have invited stays the owner's business.

-- Whoever migrates may be bound by the policies, too, and sees no row without a tenant.
alter table representation.membership no force row level security;
alter table representation.organisation no force row level security;
alter table representation.invitation no force row level security;

update representation.membership
set confirmed_at = now()
from representation.organisation
where organisation.tenant_id = membership.tenant_id
  and organisation.id = membership.organisation_id
  and organisation.source <> 'self'
  and membership.confirmed_at is null
  and not exists (
    select from representation.invitation
    where invitation.tenant_id = membership.tenant_id
      and invitation.organisation_id = membership.organisation_id
      and invitation.used_at = membership.joined_at
  );

alter table representation.membership force row level security;
alter table representation.organisation force row level security;
alter table representation.invitation force row level security;
