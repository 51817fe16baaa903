-- What others collect of a catalogue: a delta also names what was hidden or shown again since.

alter table catalogue.leistung add column visibility_changed_at timestamptz;

-- Zuständigkeiten of a directory that travel on their own and belong to an online service.
create index directory_entry_service on catalogue.directory_entry (tenant_id, source, (content->'is'->>'serviceKey'))
  where kind = 'zustaendigkeit' and content->'is'->>'serviceKey' is not null;
