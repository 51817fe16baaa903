-- breaking: pages of older processes cannot read the new content; restart them with this version
-- Content of before (German lists) becomes content after FIM; each Leistung gets its first version and its place in the tree.

alter table catalogue.leistung no force row level security;
alter table catalogue.leistung_version no force row level security;
alter table catalogue.leistung_situation no force row level security;

create function pg_temp.escaped(text text) returns text language sql immutable as $$
  select replace(replace(replace(text, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
$$;

-- A list as formatted text in German; null for an empty list.
create function pg_temp.listed(items jsonb, tag text) returns jsonb language sql immutable as $$
  select case when jsonb_array_length(items) > 0 then jsonb_build_object('de',
    '<' || tag || '>' || (
      select string_agg('<li>' || pg_temp.escaped(item) || '</li>', '' order by place)
      from jsonb_array_elements_text(items) with ordinality as entry (item, place)
    ) || '</' || tag || '>') end
$$;

create function pg_temp.said(text text) returns jsonb language sql immutable as $$
  select case when text <> '' then jsonb_build_object('de', '<p>' || pg_temp.escaped(text) || '</p>') end
$$;

update catalogue.leistung set content = jsonb_strip_nulls(jsonb_build_object(
  'title', jsonb_build_object('de', title),
  'teaser', jsonb_build_object('de', teaser),
  'whatToDo', pg_temp.listed(content->'whatToDo', 'ol'),
  'prerequisites', pg_temp.listed(content->'prerequisites', 'ul'),
  'documents', coalesce(pg_temp.listed(content->'documents', 'ul'), pg_temp.said('Sie brauchen keine Unterlagen.')),
  'feeText', pg_temp.said(content->>'feeText'),
  'processingText', pg_temp.said(content->>'processingText'),
  'procedure', pg_temp.listed(content->'procedure', 'ol'),
  'afterSending', pg_temp.listed(content->'afterSending', 'ul'),
  'legalBases', pg_temp.listed(content->'legalBases', 'ul'),
  'remedies', pg_temp.said(content->>'remedies'),
  'belongsToCommunes', content->'belongsToCommunes',
  'leikaKey', leika_key,
  'fees', case when fee_cents = 0 then jsonb_build_array(jsonb_build_object('kind', 'free'))
    when fee_cents > 0 then jsonb_build_array(jsonb_build_object('kind', 'fixed', 'cents', fee_cents)) end,
  'processingTime', case when processing_working_days > 0
    then jsonb_build_object('max', processing_working_days, 'unit', 'workingDay') end,
  'assuranceLevel', assurance_level,
  'onlineMaturity', online_maturity,
  'situations', jsonb_build_array(life_situation),
  'keywords', to_jsonb(keywords),
  'officeSlug', office_slug
));

insert into catalogue.leistung_version (tenant_id, leistung_id, version, content, hash, published_at)
select tenant_id, id, 1, content, '', updated_at from catalogue.leistung;

insert into catalogue.leistung_situation (tenant_id, situation_key, leistung_id)
select tenant_id, life_situation, id from catalogue.leistung;

alter table catalogue.leistung force row level security;
alter table catalogue.leistung_version force row level security;
alter table catalogue.leistung_situation force row level security;
