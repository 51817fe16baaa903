-- Two accounts of one person became one: whose a submission is may change then. What was sent never does.

create or replace function submissions.refuse_change() returns trigger language plpgsql as $$
begin
  if old.owner_id is not null and new.owner_id is not null
    and to_jsonb(new) - array['owner_id', 'acting_account_id'] = to_jsonb(old) - array['owner_id', 'acting_account_id'] then
    return new;
  end if;
  raise exception 'submissions.submission is immutable';
end
$$;
