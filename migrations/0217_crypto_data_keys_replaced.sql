-- A data key can be replaced: a new version encrypts, and what is stored under older ones is encrypted again.

alter table crypto.tenant_key add column alone_since timestamptz;
comment on column crypto.tenant_key.alone_since is
  'Since when nothing is stored under an older version any more. Null with the newest of several: that is under way.';

-- Whether a row differs only in that ciphertexts in these columns were made with a newer data key, of contents of the same length.
create function crypto.only_encrypted_again(before jsonb, after jsonb, sealed text[]) returns boolean
language sql immutable as $$
  select before <> after and before - sealed = after - sealed and not exists (
    select from unnest(sealed) as name
    where before ->> name is distinct from after ->> name
      and (
        length(before ->> name) is distinct from length(after ->> name)
        -- After '\x01': format 1, then the version of the data key in eight digits.
        or substring(after ->> name from 5 for 8) collate "C" <= substring(before ->> name from 5 for 8) collate "C"
      )
  )
$$;

create or replace function submissions.refuse_change() returns trigger language plpgsql as $$
begin
  if old.owner_id is not null and new.owner_id is not null
    and to_jsonb(new) - array['owner_id', 'acting_account_id'] = to_jsonb(old) - array['owner_id', 'acting_account_id'] then
    return new;
  end if;
  if crypto.only_encrypted_again(to_jsonb(old), to_jsonb(new),
    array['answers', 'status_key', 'notification_email', 'sender', 'own_data', 'intake', 'arrival']) then
    return new;
  end if;
  raise exception 'submissions.submission is immutable';
end
$$;

create or replace function submissions.refuse_change_of_amendment() returns trigger language plpgsql as $$
begin
  if crypto.only_encrypted_again(to_jsonb(old), to_jsonb(new), array['answers', 'sender', 'own_data']) then
    return new;
  end if;
  raise exception 'submissions.amendment is immutable';
end
$$;

create or replace function vorgaenge.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if retention.may_remove_vorgang(old.tenant_id, old.vorgang_id) then
      return old;
    end if;
  elsif tg_op = 'UPDATE' then
    if crypto.only_encrypted_again(to_jsonb(old), to_jsonb(new), array['note']) then
      return new;
    end if;
  end if;
  raise exception 'events of a Vorgang are append-only: % refused', tg_op
    using errcode = 'insufficient_privilege';
end
$$;

create or replace function bescheide.refuse_removal() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if retention.may_remove_vorgang(old.tenant_id, old.vorgang_id) then
      return old;
    end if;
  elsif crypto.only_encrypted_again(to_jsonb(old), to_jsonb(new), array['draft', 'return_reason']) then
    return new;
  end if;
  raise exception 'a released Bescheid does not change: % refused', tg_op
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
    if crypto.only_encrypted_again(to_jsonb(old), to_jsonb(new), array['body']) then
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
