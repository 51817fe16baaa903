-- Whether the authority above has a form for what this one words its own way. The job that follows above fills it in within an hour.
alter table catalogue.inherited add column is_online_above boolean not null default false;
