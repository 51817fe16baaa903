-- What cards and lists show to people who read the portal in English; out of the content, so that nobody has to keep it in step.

alter table catalogue.leistung
  add column title_en text generated always as (content->'title'->>'en') stored,
  add column teaser_en text generated always as (content->'teaser'->>'en') stored;
