-- Jobs of one name and work key in a tenant ask for the same work. One that waits takes what is asked meanwhile along; what is asked while one
-- runs is done after it. `unique_key` cannot say that: a job that runs has a row that waits, and whatever it has read already would be missed.
alter table jobs.job add column work_key text;
create index job_work on jobs.job (tenant_id, name, work_key) where state = 'waiting' and work_key is not null;
