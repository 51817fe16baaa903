-- Until now nothing that was sent could be removed. Where its term is over it can, together with all that belongs to it, and only with a pass of
-- `retention`: of one Vorgang, in one transaction, which leaves a proof.

create or replace function submissions.refuse_removal() returns trigger language plpgsql as $$
begin
  if retention.may_remove_submission(old.tenant_id, old.id) then
    return old;
  end if;
  raise exception 'submissions.submission is kept';
end
$$;

create or replace function vorgaenge.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if retention.may_remove_vorgang(old.tenant_id, old.vorgang_id) then
      return old;
    end if;
  end if;
  raise exception 'events of a Vorgang are append-only: % refused', tg_op
    using errcode = 'insufficient_privilege';
end
$$;

create or replace function postfach.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.first_retrieved_at is null
      and to_jsonb(new) - 'first_retrieved_at' = to_jsonb(old) - 'first_retrieved_at' then
      return new;
    end if;
  elsif tg_op = 'DELETE' then
    if exists (
      select from postfach.thread
      where tenant_id = old.tenant_id and id = old.thread_id
        and retention.may_remove_submission(tenant_id, submission_id)
    ) then
      return old;
    end if;
  end if;
  raise exception 'messages of the Postfach are immutable: % refused', tg_op
    using errcode = 'insufficient_privilege';
end
$$;

-- Of its own, because the other function guards texts as well, which no Vorgang takes along.
create function bescheide.refuse_removal() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if retention.may_remove_vorgang(old.tenant_id, old.vorgang_id) then
      return old;
    end if;
  end if;
  raise exception 'a released Bescheid does not change: % refused', tg_op
    using errcode = 'insufficient_privilege';
end
$$;
drop trigger immutable on bescheide.bescheid;
create trigger immutable before update or delete on bescheide.bescheid
  for each row when (old.state = 'released') execute function bescheide.refuse_removal();

-- A correction is as immutable as what it corrects; it goes with it.
create function submissions.refuse_removal_of_amendment() returns trigger language plpgsql as $$
begin
  if retention.may_remove_submission(old.tenant_id, old.submission_id) then
    return old;
  end if;
  raise exception 'submissions.amendment is kept';
end
$$;
create trigger amendment_is_kept before delete on submissions.amendment
  for each row execute function submissions.refuse_removal_of_amendment();

-- What has ended, in the order in which its term ends.
create index vorgang_ended on vorgaenge.vorgang (tenant_id, leistung_slug, state_since, id)
  where state in ('closed', 'withdrawn', 'handed-over');
