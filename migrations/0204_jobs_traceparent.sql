-- Which request, or which other job, a job came from, where traces are made (W3C traceparent): random ids, nothing of a person.
alter table jobs.job add column traceparent text;
