-- What auditors search the log by, beside the number of a Vorgang: who, what and when. Entries are only ever appended; `at` grows with
-- `seq`, so its index is written at its end.
create index entry_by_actor on audit.entry (tenant_id, actor_id, seq);
create index entry_by_action on audit.entry (tenant_id, action, seq);
create index entry_by_time on audit.entry (tenant_id, at);
