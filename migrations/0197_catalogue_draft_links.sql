-- Drafts of before name the inputs of online services and forms otherwise; the lines in them read the same.

alter table catalogue.draft no force row level security;
alter table catalogue.draft_change no force row level security;

-- What was typed under the new name since wins.
update catalogue.draft
set typed = jsonb_strip_nulls(jsonb_build_object('onlineServices', typed -> 'onlinedienste', 'forms', typed -> 'formulare'))
  || (typed - 'onlinedienste' - 'formulare')
where typed ?| array['onlinedienste', 'formulare'];

update catalogue.draft_change as old
set field = case old.field when 'onlinedienste' then 'onlineServices' else 'forms' end
where old.field in ('onlinedienste', 'formulare') and not exists (
  select from catalogue.draft_change as new
  where new.tenant_id = old.tenant_id and new.leistung_id = old.leistung_id and new.revision = old.revision
    and new.field = case old.field when 'onlinedienste' then 'onlineServices' else 'forms' end
);

alter table catalogue.draft force row level security;
alter table catalogue.draft_change force row level security;
