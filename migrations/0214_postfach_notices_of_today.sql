-- Who had a summary today, without reading all notices of the authority.
create index notice_summed_up on postfach.notice (tenant_id, summed_up_at) where summed_up_at is not null;
