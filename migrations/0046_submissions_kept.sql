-- What was sent belongs to the authority's files: nobody who uses the portal takes it away, not with the account either. Drafts that were not sent
-- go by themselves. What has to go when its time to be kept is over is for a later migration to allow.

create function submissions.refuse_removal() returns trigger language plpgsql as $$
begin
  raise exception 'submissions.submission is kept';
end
$$;

create trigger submission_is_kept before delete on submissions.submission
  for each row execute function submissions.refuse_removal();
