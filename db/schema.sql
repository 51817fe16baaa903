-- Written by `npm run schema:dump` from the migrated database. Do not edit; change it by a migration.

create schema accounts;

create table accounts.account (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  display_name bytea not null,
  email bytea,
  email_fingerprint bytea,
  email_confirmed_at timestamp with time zone,
  password_hash text,
  totp_secret bytea,
  totp_last_step bigint,
  totp_pending_secret bytea,
  locale text not null default 'de'::text,
  created_at timestamp with time zone not null,
  last_signed_in_at timestamp with time zone not null,
  removal_announced_at timestamp with time zone,
  totp_assurance_level text not null default 'low'::text,
  constraint account_locale_check CHECK ((locale = ANY (ARRAY['de'::text, 'en'::text]))),
  constraint account_pkey PRIMARY KEY (tenant_id, id),
  constraint account_totp_assurance_level_check CHECK ((totp_assurance_level = ANY (ARRAY['low'::text, 'substantial'::text])))
);
CREATE UNIQUE INDEX account_by_email ON accounts.account USING btree (tenant_id, email_fingerprint);
CREATE INDEX account_unused ON accounts.account USING btree (tenant_id, last_signed_in_at);
create policy tenant on accounts.account for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table accounts.account enable row level security;
alter table accounts.account force row level security;

create table accounts.consent (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  subject text not null,
  granted_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  label bytea,
  constraint consent_pkey PRIMARY KEY (tenant_id, id),
  constraint consent_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX consent_in_force ON accounts.consent USING btree (tenant_id, account_id, kind, subject) WHERE (revoked_at IS NULL);
CREATE INDEX consent_of_account ON accounts.consent USING btree (tenant_id, account_id, granted_at);
create policy tenant on accounts.consent for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table accounts.consent enable row level security;
alter table accounts.consent force row level security;

create table accounts.counter_code (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  code_hash bytea not null,
  account_id uuid not null,
  expires_at timestamp with time zone not null,
  passkey_id bytea,
  constraint counter_code_pkey PRIMARY KEY (tenant_id, code_hash),
  constraint counter_code_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX counter_code_of_account ON accounts.counter_code USING btree (tenant_id, account_id);
create policy tenant on accounts.counter_code for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table accounts.counter_code enable row level security;
alter table accounts.counter_code force row level security;

create table accounts.email_token (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  token_hash bytea not null,
  account_id uuid not null,
  purpose text not null,
  email bytea,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  return_path text,
  constraint email_token_pkey PRIMARY KEY (tenant_id, token_hash),
  constraint email_token_purpose_check CHECK ((purpose = ANY (ARRAY['confirm'::text, 'reset'::text, 'leave-address'::text, 'take-address'::text]))),
  constraint email_token_return_path_check CHECK (((return_path ~~ '/%'::text) AND (length(return_path) <= 300))),
  constraint email_token_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX email_token_expiry ON accounts.email_token USING btree (tenant_id, expires_at);
CREATE INDEX email_token_of_account ON accounts.email_token USING btree (tenant_id, account_id, purpose);
create policy tenant on accounts.email_token for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table accounts.email_token enable row level security;
alter table accounts.email_token force row level security;

create table accounts.hand_over (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  token_hash bytea not null,
  account_id uuid not null,
  session_id bytea not null,
  portal_tenant_id uuid not null,
  return_path text not null,
  expires_at timestamp with time zone not null,
  constraint hand_over_pkey PRIMARY KEY (tenant_id, token_hash),
  constraint hand_over_tenant_id_session_id_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES accounts.session(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX hand_over_of_session ON accounts.hand_over USING btree (tenant_id, session_id);
create policy tenant on accounts.hand_over for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table accounts.hand_over enable row level security;
alter table accounts.hand_over force row level security;

create table accounts.identity (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  account_id uuid not null,
  provider text not null,
  subject_fingerprint bytea not null,
  subject bytea not null,
  assurance_level text not null,
  linked_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  postfach_handle bytea,
  constraint identity_assurance_level_check CHECK ((assurance_level = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text]))),
  constraint identity_pkey PRIMARY KEY (tenant_id, id),
  constraint identity_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX identity_by_subject ON accounts.identity USING btree (tenant_id, provider, subject_fingerprint);
CREATE INDEX identity_of_account ON accounts.identity USING btree (tenant_id, account_id);
create policy tenant on accounts.identity for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table accounts.identity enable row level security;
alter table accounts.identity force row level security;

create table accounts.merge_offer (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  account_id uuid not null,
  other_account_id uuid not null,
  session_id bytea not null,
  expires_at timestamp with time zone not null,
  constraint merge_offer_check CHECK ((account_id <> other_account_id)),
  constraint merge_offer_pkey PRIMARY KEY (tenant_id, account_id),
  constraint merge_offer_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE,
  constraint merge_offer_tenant_id_other_account_id_fkey FOREIGN KEY (tenant_id, other_account_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX merge_offer_of_other ON accounts.merge_offer USING btree (tenant_id, other_account_id);
create policy tenant on accounts.merge_offer for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table accounts.merge_offer enable row level security;
alter table accounts.merge_offer force row level security;

create table accounts.notice (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  account_id uuid not null,
  news text not null,
  created_at timestamp with time zone not null,
  constraint notice_pkey PRIMARY KEY (tenant_id, id),
  constraint notice_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX notice_of_account ON accounts.notice USING btree (tenant_id, account_id, created_at);
create policy tenant on accounts.notice for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table accounts.notice enable row level security;
alter table accounts.notice force row level security;

create table accounts.passkey (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  credential_id bytea not null,
  account_id uuid not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  name bytea not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  assurance_level text not null default 'low'::text,
  constraint passkey_assurance_level_check CHECK ((assurance_level = ANY (ARRAY['low'::text, 'substantial'::text]))),
  constraint passkey_pkey PRIMARY KEY (tenant_id, credential_id),
  constraint passkey_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX passkey_of_account ON accounts.passkey USING btree (tenant_id, account_id);
create policy tenant on accounts.passkey for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table accounts.passkey enable row level security;
alter table accounts.passkey force row level security;

create table accounts.passkey_challenge (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  challenge_hash bytea not null,
  browser_hash bytea not null,
  purpose text not null,
  account_id uuid,
  expires_at timestamp with time zone not null,
  constraint passkey_challenge_pkey PRIMARY KEY (tenant_id, challenge_hash),
  constraint passkey_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['add'::text, 'sign-in'::text, 'confirm'::text]))),
  constraint passkey_challenge_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX passkey_challenge_expiry ON accounts.passkey_challenge USING btree (tenant_id, expires_at);
CREATE INDEX passkey_challenge_of_account ON accounts.passkey_challenge USING btree (tenant_id, account_id) WHERE (account_id IS NOT NULL);
create policy tenant on accounts.passkey_challenge for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table accounts.passkey_challenge enable row level security;
alter table accounts.passkey_challenge force row level security;

create table accounts.profile_value (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  account_id uuid not null,
  attribute text not null,
  value bytea not null,
  source text not null,
  assurance_level text not null,
  obtained_at timestamp with time zone not null,
  constraint profile_value_assurance_level_check CHECK ((assurance_level = ANY (ARRAY['none'::text, 'low'::text, 'substantial'::text, 'high'::text]))),
  constraint profile_value_pkey PRIMARY KEY (tenant_id, account_id, attribute),
  constraint profile_value_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE
);
create policy tenant on accounts.profile_value for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table accounts.profile_value enable row level security;
alter table accounts.profile_value force row level security;

create table accounts.recovery_code (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (tenant_id, account_id, code_hash),
  constraint recovery_code_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE
);
create policy tenant on accounts.recovery_code for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table accounts.recovery_code enable row level security;
alter table accounts.recovery_code force row level security;

create table accounts.session (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id bytea not null,
  account_id uuid not null,
  portal_tenant_id uuid not null,
  stage text not null,
  assurance_level text not null,
  provider text not null,
  device text not null,
  party_id uuid,
  party_kind text,
  party_name bytea,
  party_may text,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  constraint session_assurance_level_check CHECK ((assurance_level = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text]))),
  constraint session_check CHECK ((((party_id IS NULL) = (party_kind IS NULL)) AND ((party_id IS NULL) = (party_may IS NULL)) AND ((party_id IS NULL) = (party_name IS NULL)))),
  constraint session_party_kind_check CHECK ((party_kind = ANY (ARRAY['organisation'::text, 'person'::text]))),
  constraint session_party_may_check CHECK ((party_may = ANY (ARRAY['prepare'::text, 'sign'::text]))),
  constraint session_pkey PRIMARY KEY (tenant_id, id),
  constraint session_stage_check CHECK ((stage = ANY (ARRAY['code'::text, 'full'::text]))),
  constraint session_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX session_of_account ON accounts.session USING btree (tenant_id, account_id, created_at);
CREATE INDEX session_of_party ON accounts.session USING btree (tenant_id, party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX session_oldest ON accounts.session USING btree (tenant_id, created_at);
create policy tenant on accounts.session for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table accounts.session enable row level security;
alter table accounts.session force row level security;

create schema admission;

create table admission.call (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_slug text not null,
  first_number bigint not null,
  last_number bigint not null,
  called_at timestamp with time zone not null,
  constraint call_check CHECK ((last_number >= first_number)),
  constraint call_pkey PRIMARY KEY (tenant_id, leistung_slug, first_number)
);
CREATE INDEX call_lately ON admission.call USING btree (tenant_id, leistung_slug, called_at);
create policy tenant on admission.call for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table admission.call enable row level security;
alter table admission.call force row level security;

create table admission.entry (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_slug text not null,
  number bigint not null,
  entered_at timestamp with time zone not null,
  constraint entry_pkey PRIMARY KEY (tenant_id, leistung_slug, number)
);
CREATE INDEX entry_lately ON admission.entry USING btree (tenant_id, leistung_slug, entered_at);
create policy tenant on admission.entry for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table admission.entry enable row level security;
alter table admission.entry force row level security;

create table admission.queue (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_slug text not null,
  issued bigint not null default 0,
  called bigint not null default 0,
  looked_at timestamp with time zone not null,
  constraint queue_check CHECK ((called <= issued)),
  constraint queue_pkey PRIMARY KEY (tenant_id, leistung_slug)
);
create policy tenant on admission.queue for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table admission.queue enable row level security;
alter table admission.queue force row level security;

create table admission.rule (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_slug text not null,
  places integer not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint rule_pkey PRIMARY KEY (tenant_id, leistung_slug),
  constraint rule_places_check CHECK (((places >= 1) AND (places <= 100000)))
);
create policy tenant on admission.rule for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table admission.rule enable row level security;
alter table admission.rule force row level security;

create schema api;

create table api.client (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  destination_id uuid not null,
  name text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  window_began_at timestamp with time zone not null,
  window_calls integer not null default 0,
  constraint client_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint client_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX client_of_destination ON api.client USING btree (tenant_id, destination_id, created_at);
create policy tenant on api.client for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table api.client enable row level security;
alter table api.client force row level security;

create table api.keyed_call (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  client_id uuid not null,
  key text not null,
  fingerprint bytea not null,
  begun_at timestamp with time zone not null,
  status smallint,
  etag text,
  body text,
  constraint keyed_call_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint keyed_call_pkey PRIMARY KEY (tenant_id, client_id, key),
  constraint keyed_call_tenant_id_client_id_fkey FOREIGN KEY (tenant_id, client_id) REFERENCES api.client(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX keyed_call_by_age ON api.keyed_call USING btree (tenant_id, client_id, begun_at);
create policy tenant on api.keyed_call for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table api.keyed_call enable row level security;
alter table api.keyed_call force row level security;

create table api.reported_state (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  destination_id uuid not null,
  delivery_id uuid not null,
  submission_id uuid not null,
  word text not null,
  meaning text,
  reported_at timestamp with time zone not null,
  constraint reported_state_pkey PRIMARY KEY (tenant_id, id),
  constraint reported_state_word_check CHECK (((length(word) >= 1) AND (length(word) <= 60)))
);
CREATE INDEX reported_state_of_destination ON api.reported_state USING btree (tenant_id, destination_id, word) WHERE (meaning IS NULL);
CREATE INDEX reported_state_of_submission ON api.reported_state USING btree (tenant_id, submission_id, reported_at);
create policy tenant on api.reported_state for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table api.reported_state enable row level security;
alter table api.reported_state force row level security;

create table api.secret (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  client_id uuid not null,
  id uuid not null,
  hash bytea not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  constraint secret_pkey PRIMARY KEY (tenant_id, client_id, id),
  constraint secret_tenant_id_client_id_fkey FOREIGN KEY (tenant_id, client_id) REFERENCES api.client(tenant_id, id) ON DELETE CASCADE
);
create policy tenant on api.secret for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table api.secret enable row level security;
alter table api.secret force row level security;

create table api.state_meaning (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  destination_id uuid not null,
  word text not null,
  meaning text not null,
  constraint state_meaning_meaning_check CHECK ((meaning = ANY (ARRAY['in-progress'::text, 'question'::text, 'granted'::text, 'partly'::text, 'refused'::text, 'no-decision'::text, 'withdrawn'::text, 'closed'::text]))),
  constraint state_meaning_pkey PRIMARY KEY (tenant_id, destination_id, word),
  constraint state_meaning_word_check CHECK (((length(word) >= 1) AND (length(word) <= 60)))
);
create policy tenant on api.state_meaning for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table api.state_meaning enable row level security;
alter table api.state_meaning force row level security;

create table api.token (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  hash bytea not null,
  client_id uuid not null,
  secret_id uuid not null,
  scopes text[] not null,
  expires_at timestamp with time zone not null,
  constraint token_pkey PRIMARY KEY (tenant_id, hash),
  constraint token_tenant_id_client_id_secret_id_fkey FOREIGN KEY (tenant_id, client_id, secret_id) REFERENCES api.secret(tenant_id, client_id, id) ON DELETE CASCADE
);
CREATE INDEX token_of_client ON api.token USING btree (tenant_id, client_id, secret_id, expires_at);
create policy tenant on api.token for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table api.token enable row level security;
alter table api.token force row level security;

create schema arrivals;

create table arrivals.arrival (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  source_id uuid not null,
  external_id text not null,
  case_id text not null,
  state text not null,
  cause text,
  problems jsonb,
  submission_id uuid not null,
  vorgang_id uuid,
  first_seen_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  evidence bytea,
  constraint arrival_pkey PRIMARY KEY (tenant_id, id),
  constraint arrival_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'taken'::text, 'accepted'::text, 'rejecting'::text, 'rejected'::text, 'gone'::text, 'contradicted'::text]))),
  constraint arrival_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES arrivals.source(tenant_id, id)
);
CREATE INDEX arrival_of_submission ON arrivals.arrival USING btree (tenant_id, submission_id);
CREATE UNIQUE INDEX arrival_once ON arrivals.arrival USING btree (tenant_id, source_id, external_id);
CREATE INDEX arrival_open ON arrivals.arrival USING btree (tenant_id, source_id, changed_at) WHERE (state = ANY (ARRAY['waiting'::text, 'taken'::text, 'rejecting'::text, 'contradicted'::text]));
create policy tenant on arrivals.arrival for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table arrivals.arrival enable row level security;
alter table arrivals.arrival force row level security;

create table arrivals.source (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  name text not null,
  inbox_key text not null,
  options bytea not null,
  enabled boolean not null default true,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  cause text,
  constraint source_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint source_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX source_name ON arrivals.source USING btree (tenant_id, name);
create policy tenant on arrivals.source for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table arrivals.source enable row level security;
alter table arrivals.source force row level security;

create schema audit;

CREATE OR REPLACE FUNCTION audit.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit log is append-only: % on %.% refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end
$function$;

CREATE OR REPLACE FUNCTION audit.refuse_step_back()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.seq <> old.seq + 1 or new.previous_hash <> old.hash then
    raise exception 'the head of the audit log only moves on by one entry'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$function$;

create table audit.chain_head (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  seq bigint not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint chain_head_pkey PRIMARY KEY (tenant_id)
);
create policy tenant on audit.chain_head for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table audit.chain_head enable row level security;
alter table audit.chain_head force row level security;
CREATE TRIGGER append_only BEFORE DELETE ON audit.chain_head FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit.chain_head FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER moves_on BEFORE UPDATE ON audit.chain_head FOR EACH ROW EXECUTE FUNCTION audit.refuse_step_back();

create table audit.daily_seal (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  day text not null,
  seq bigint not null,
  hash bytea not null,
  key_id text not null,
  signature bytea not null,
  sealed_at timestamp with time zone not null,
  constraint daily_seal_day_check CHECK ((day ~ '^\d{4}-\d\d-\d\d$'::text)),
  constraint daily_seal_hash_check CHECK ((length(hash) = 32)),
  constraint daily_seal_pkey PRIMARY KEY (tenant_id, day),
  constraint daily_seal_seq_check CHECK ((seq >= 1)),
  constraint daily_seal_signature_check CHECK ((length(signature) = 64))
);
create policy tenant on audit.daily_seal for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table audit.daily_seal enable row level security;
alter table audit.daily_seal force row level security;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON audit.daily_seal FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit.daily_seal FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

create table audit.entry (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  seq bigint not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb not null default '{}'::jsonb,
  correlation_id text not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['guest'::text, 'citizen'::text, 'staff'::text, 'system'::text]))),
  constraint entry_pkey PRIMARY KEY (tenant_id, seq)
);
CREATE INDEX entry_by_action ON audit.entry USING btree (tenant_id, action, seq);
CREATE INDEX entry_by_actor ON audit.entry USING btree (tenant_id, actor_id, seq);
CREATE INDEX entry_by_subject ON audit.entry USING btree (tenant_id, subject_kind, subject_id, seq);
CREATE INDEX entry_by_time ON audit.entry USING btree (tenant_id, at);
create policy tenant on audit.entry for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

create table audit.time_stamp (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  day text not null,
  authority text not null,
  stamped_at timestamp with time zone not null,
  response bytea not null,
  constraint time_stamp_pkey PRIMARY KEY (tenant_id, day, authority),
  constraint time_stamp_tenant_id_day_fkey FOREIGN KEY (tenant_id, day) REFERENCES audit.daily_seal(tenant_id, day)
);
create policy tenant on audit.time_stamp for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table audit.time_stamp enable row level security;
alter table audit.time_stamp force row level security;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON audit.time_stamp FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit.time_stamp FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

create schema bescheide;

CREATE OR REPLACE FUNCTION bescheide.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what Bescheide were made of, and what was released, does not change: % refused', tg_op
    using errcode = 'insufficient_privilege';
end
$function$;

CREATE OR REPLACE FUNCTION bescheide.refuse_removal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;

create table bescheide.bescheid (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  vorgang_id uuid not null,
  reference text not null,
  leistung_slug text not null,
  leistung_title text not null,
  outcome text not null,
  law text not null,
  state text not null,
  revision integer not null,
  replaces_id uuid,
  letter_id uuid not null,
  letter_version integer not null,
  draft bytea not null,
  writer_ids uuid[] not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  return_reason bytea,
  pdf_id uuid,
  pdf_sha256 text,
  fixed_at timestamp with time zone,
  fixed_by uuid,
  approved_by uuid,
  approved_at timestamp with time zone,
  approved_position integer,
  fault text,
  document_id uuid,
  document_sha256 text,
  seal_level text,
  sealed_by text,
  message_id uuid,
  released_at timestamp with time zone,
  constraint bescheid_check CHECK (((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'released'::text])) <= (pdf_id IS NOT NULL))),
  constraint bescheid_check1 CHECK (((state = ANY (ARRAY['approved'::text, 'released'::text])) <= (approved_by IS NOT NULL))),
  constraint bescheid_check2 CHECK (((state = 'released'::text) = (released_at IS NOT NULL))),
  constraint bescheid_law_check CHECK ((law = ANY (ARRAY['general'::text, 'taxes'::text]))),
  constraint bescheid_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'partly'::text, 'refused'::text]))),
  constraint bescheid_pkey PRIMARY KEY (tenant_id, id),
  constraint bescheid_revision_check CHECK ((revision >= 1)),
  constraint bescheid_seal_level_check CHECK ((seal_level = ANY (ARRAY['B-B'::text, 'B-T'::text]))),
  constraint bescheid_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'waiting'::text, 'approved'::text, 'released'::text, 'discarded'::text]))),
  constraint bescheid_tenant_id_replaces_id_fkey FOREIGN KEY (tenant_id, replaces_id) REFERENCES bescheide.bescheid(tenant_id, id),
  constraint bescheid_writer_ids_check CHECK ((cardinality(writer_ids) >= 1))
);
CREATE INDEX bescheid_document ON bescheide.bescheid USING btree (tenant_id, document_id);
CREATE INDEX bescheid_file ON bescheide.bescheid USING btree (tenant_id, pdf_id);
CREATE INDEX bescheid_of_vorgang ON bescheide.bescheid USING btree (tenant_id, vorgang_id, created_at);
CREATE UNIQUE INDEX bescheid_open ON bescheide.bescheid USING btree (tenant_id, vorgang_id) WHERE (state = ANY (ARRAY['draft'::text, 'waiting'::text, 'approved'::text]));
CREATE INDEX bescheid_waiting ON bescheide.bescheid USING btree (tenant_id, fixed_at) WHERE (state = ANY (ARRAY['waiting'::text, 'approved'::text]));
create policy tenant on bescheide.bescheid for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table bescheide.bescheid enable row level security;
alter table bescheide.bescheid force row level security;
CREATE TRIGGER immutable BEFORE DELETE OR UPDATE ON bescheide.bescheid FOR EACH ROW WHEN ((old.state = 'released'::text)) EXECUTE FUNCTION bescheide.refuse_removal();

create table bescheide.leistung (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_slug text not null,
  needs_second_person boolean not null,
  needs_bescheid boolean not null,
  law text not null,
  granted_id uuid,
  partly_id uuid,
  refused_id uuid,
  remedy_id uuid,
  at timestamp with time zone not null,
  constraint leistung_law_check CHECK ((law = ANY (ARRAY['general'::text, 'taxes'::text]))),
  constraint leistung_pkey PRIMARY KEY (tenant_id, leistung_slug)
);
create policy tenant on bescheide.leistung for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table bescheide.leistung enable row level security;
alter table bescheide.leistung force row level security;

create table bescheide.text (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  kind text not null,
  name text not null,
  leistung_slug text,
  base_id uuid,
  version integer not null,
  archived_at timestamp with time zone,
  constraint text_check CHECK (((kind = 'letter'::text) OR (leistung_slug IS NULL))),
  constraint text_kind_check CHECK ((kind = ANY (ARRAY['letter'::text, 'module'::text, 'remedy'::text]))),
  constraint text_name_check CHECK ((name <> ''::text)),
  constraint text_pkey PRIMARY KEY (tenant_id, id),
  constraint text_version_check CHECK ((version >= 1))
);
CREATE UNIQUE INDEX text_name ON bescheide.text USING btree (tenant_id, kind, name) WHERE (archived_at IS NULL);
create policy tenant on bescheide.text for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table bescheide.text enable row level security;
alter table bescheide.text force row level security;

create table bescheide.text_version (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  text_id uuid not null,
  version integer not null,
  subject text not null,
  body text not null,
  at timestamp with time zone not null,
  actor_id text not null,
  constraint text_version_body_check CHECK ((body <> ''::text)),
  constraint text_version_pkey PRIMARY KEY (tenant_id, text_id, version),
  constraint text_version_tenant_id_text_id_fkey FOREIGN KEY (tenant_id, text_id) REFERENCES bescheide.text(tenant_id, id),
  constraint text_version_version_check CHECK ((version >= 1))
);
create policy tenant on bescheide.text_version for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table bescheide.text_version enable row level security;
alter table bescheide.text_version force row level security;
CREATE TRIGGER immutable BEFORE DELETE OR UPDATE ON bescheide.text_version FOR EACH ROW EXECUTE FUNCTION bescheide.refuse_change();

create schema catalogue;

CREATE OR REPLACE FUNCTION catalogue.keep_former_address()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Imported only after its end: it was never shown.
  if old.valid_until < current_date and not exists (
    select from catalogue.leistung_version as version
    where version.tenant_id = old.tenant_id and version.leistung_id = old.id and version.published_at < old.valid_until + 1)
  then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  insert into catalogue.former_address (tenant_id, slug, leistung_id, title, leika_key, life_situation, is_told, gone_at)
  values (old.tenant_id, old.slug, old.id, old.title, old.leika_key, old.life_situation,
    tg_op = 'DELETE' or not (new.is_hidden or new.valid_from > current_date), least(now(), old.valid_until + 1))
  on conflict (tenant_id, slug) do update set leistung_id = excluded.leistung_id, title = excluded.title, leika_key = excluded.leika_key,
    life_situation = excluded.life_situation, is_told = excluded.is_told, gone_at = excluded.gone_at;
  return case when tg_op = 'DELETE' then old else new end;
end
$function$;

CREATE OR REPLACE FUNCTION catalogue.keep_former_page()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_table_name = 'provider' then
    insert into catalogue.former_page (tenant_id, kind, address, name, leads_to, gone_at)
    values (old.tenant_id, 'provider', old.slug, old.name, case when tg_op = 'UPDATE' then new.slug end, now())
    on conflict (tenant_id, kind, address) do update set name = excluded.name, leads_to = excluded.leads_to, gone_at = excluded.gone_at;
  else
    insert into catalogue.former_page (tenant_id, kind, address, name, leads_to, gone_at)
    values (old.tenant_id, 'topic', old.address, case when old.is_hidden is not true then old.names->>'de' end, old.parent_key, now())
    on conflict (tenant_id, kind, address) do update set name = excluded.name, leads_to = excluded.leads_to, gone_at = excluded.gone_at;
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION catalogue.tell_pages_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('public_pages', coalesce(current_setting('app.tenant_id', true), ''));
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION catalogue.tell_tree_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('public_pages', line.authority_id::text)
  from tenants.line_below(current_setting('app.tenant_id')::uuid) as line;
  return null;
end
$function$;

create table catalogue.above_choice (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  above_tenant_id uuid not null,
  slug text not null,
  leika_key text,
  is_hidden boolean not null,
  chosen_at timestamp with time zone not null,
  chosen_by text not null,
  constraint above_choice_pkey PRIMARY KEY (tenant_id, above_tenant_id, slug)
);
create policy tenant on catalogue.above_choice for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.above_choice enable row level security;
alter table catalogue.above_choice force row level security;
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON catalogue.above_choice FOR EACH STATEMENT EXECUTE FUNCTION catalogue.tell_pages_changed();

create table catalogue.approval (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_id uuid not null,
  id uuid not null,
  content jsonb,
  base_version integer not null,
  draft_revision integer,
  authors text[] not null,
  publish_at timestamp with time zone,
  note text not null,
  requested_at timestamp with time zone not null,
  requested_by text not null,
  returned_at timestamp with time zone,
  returned_by text,
  reason text,
  constraint approval_authors_check CHECK ((cardinality(authors) > 0)),
  constraint approval_base_version_check CHECK ((base_version >= 0)),
  constraint approval_check CHECK ((((returned_at IS NULL) = (returned_by IS NULL)) AND ((returned_at IS NULL) = (reason IS NULL)))),
  constraint approval_draft_revision_check CHECK ((draft_revision > 0)),
  constraint approval_pkey PRIMARY KEY (tenant_id, leistung_id),
  constraint approval_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.leistung(tenant_id, id) ON DELETE CASCADE
);
create policy tenant on catalogue.approval for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.approval enable row level security;
alter table catalogue.approval force row level security;

create table catalogue.demand (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_id uuid not null,
  weight double precision not null,
  weighed_at timestamp with time zone not null,
  constraint demand_pkey PRIMARY KEY (tenant_id, leistung_id),
  constraint demand_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.leistung(tenant_id, id) ON DELETE CASCADE,
  constraint demand_weight_check CHECK ((weight >= (0)::double precision))
);
CREATE INDEX demand_most ON catalogue.demand USING btree (tenant_id, weight DESC);
create policy tenant on catalogue.demand for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.demand enable row level security;
alter table catalogue.demand force row level security;

create table catalogue.draft (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_id uuid not null,
  base_version integer not null,
  revision integer not null,
  typed jsonb not null,
  saved_at timestamp with time zone not null,
  saved_by text not null,
  authors text[] not null default '{}'::text[],
  constraint draft_base_version_check CHECK ((base_version >= 0)),
  constraint draft_pkey PRIMARY KEY (tenant_id, leistung_id),
  constraint draft_revision_check CHECK ((revision > 0)),
  constraint draft_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.leistung(tenant_id, id) ON DELETE CASCADE,
  constraint draft_typed_check CHECK ((jsonb_typeof(typed) = 'object'::text))
);
create policy tenant on catalogue.draft for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.draft enable row level security;
alter table catalogue.draft force row level security;

create table catalogue.draft_change (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_id uuid not null,
  field text not null,
  revision integer not null,
  before text not null,
  constraint draft_change_pkey PRIMARY KEY (tenant_id, leistung_id, field, revision),
  constraint draft_change_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.draft(tenant_id, leistung_id) ON DELETE CASCADE
);
create policy tenant on catalogue.draft_change for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.draft_change enable row level security;
alter table catalogue.draft_change force row level security;

create table catalogue.editing_rule (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  review_months integer,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  needs_approval boolean not null default false,
  constraint editing_rule_pkey PRIMARY KEY (tenant_id),
  constraint editing_rule_review_months_check CHECK (((review_months >= 1) AND (review_months <= 120)))
);
create policy tenant on catalogue.editing_rule for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.editing_rule enable row level security;
alter table catalogue.editing_rule force row level security;

create table catalogue.feedback_count (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_id uuid not null,
  month date not null,
  helped integer not null default 0,
  did_not_help integer not null default 0,
  constraint feedback_count_pkey PRIMARY KEY (tenant_id, leistung_id, month),
  constraint feedback_count_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.leistung(tenant_id, id) ON DELETE CASCADE
);
create policy tenant on catalogue.feedback_count for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.feedback_count enable row level security;
alter table catalogue.feedback_count force row level security;

create table catalogue.feedback_remark (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  leistung_id uuid not null,
  has_helped boolean not null,
  remark text not null,
  said_on date not null,
  constraint feedback_remark_pkey PRIMARY KEY (tenant_id, id),
  constraint feedback_remark_remark_check CHECK (((char_length(remark) >= 1) AND (char_length(remark) <= 500))),
  constraint feedback_remark_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.leistung(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX feedback_remark_leistung ON catalogue.feedback_remark USING btree (tenant_id, leistung_id, said_on);
CREATE INDEX feedback_remark_said_on ON catalogue.feedback_remark USING btree (tenant_id, said_on);
create policy tenant on catalogue.feedback_remark for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.feedback_remark enable row level security;
alter table catalogue.feedback_remark force row level security;

create table catalogue.former_address (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  slug text not null,
  leistung_id uuid not null,
  title text not null,
  leika_key text,
  life_situation text not null,
  is_told boolean not null,
  gone_at timestamp with time zone not null,
  constraint former_address_pkey PRIMARY KEY (tenant_id, slug)
);
create policy tenant on catalogue.former_address for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.former_address enable row level security;
alter table catalogue.former_address force row level security;

create table catalogue.former_page (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  kind text not null,
  address text not null,
  name text,
  leads_to text,
  gone_at timestamp with time zone not null,
  constraint former_page_kind_check CHECK ((kind = ANY (ARRAY['provider'::text, 'topic'::text]))),
  constraint former_page_pkey PRIMARY KEY (tenant_id, kind, address)
);
create policy line_above on catalogue.former_page for select using ((tenant_id IN ( SELECT line_above.authority_id
   FROM tenants.line_above((current_setting('app.tenant_id'::text))::uuid) line_above(authority_id, distance))));
create policy tenant on catalogue.former_page for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.former_page enable row level security;
alter table catalogue.former_page force row level security;

create table catalogue.inherited (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_id uuid not null,
  source text not null,
  source_key text not null,
  content jsonb not null,
  overridden jsonb not null default '{}'::jsonb,
  taken_at timestamp with time zone not null,
  changed_above integer not null default 0,
  seen jsonb not null default '{}'::jsonb,
  hidden_with_above boolean not null default false,
  is_online_above boolean not null default false,
  constraint inherited_pkey PRIMARY KEY (tenant_id, leistung_id),
  constraint inherited_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.leistung(tenant_id, id) ON DELETE CASCADE,
  constraint inherited_tenant_id_source_source_key_key UNIQUE (tenant_id, source, source_key)
);
CREATE INDEX inherited_changed_above ON catalogue.inherited USING btree (tenant_id) WHERE (changed_above > 0);
create policy tenant on catalogue.inherited for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.inherited enable row level security;
alter table catalogue.inherited force row level security;
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON catalogue.inherited FOR EACH STATEMENT EXECUTE FUNCTION catalogue.tell_pages_changed();

create table catalogue.leistung (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  slug text not null,
  leika_key text,
  title text not null,
  initial text not null,
  teaser text not null,
  life_situation text not null,
  content jsonb not null,
  fee_cents integer,
  processing_working_days integer,
  assurance_level text not null,
  online_maturity integer not null,
  form_key text,
  office_slug text not null,
  keywords text[] not null default '{}'::text[],
  featured_position integer,
  updated_at timestamp with time zone not null,
  is_hidden boolean not null default false,
  valid_from date not null default '-infinity'::date,
  valid_until date not null default 'infinity'::date,
  title_en text generated always as (((content -> 'title'::text) ->> 'en'::text)) stored,
  teaser_en text generated always as (((content -> 'teaser'::text) ->> 'en'::text)) stored,
  visibility_changed_at timestamp with time zone,
  constraint leistung_assurance_level_check CHECK ((assurance_level = ANY (ARRAY['none'::text, 'low'::text, 'substantial'::text, 'high'::text]))),
  constraint leistung_fee_cents_check CHECK ((fee_cents >= 0)),
  constraint leistung_initial_check CHECK ((initial ~ '^[A-Z#]$'::text)),
  constraint leistung_leika_key_check CHECK ((leika_key ~ '^99[0-9]{12}$'::text)),
  constraint leistung_online_maturity_check CHECK (((online_maturity >= 0) AND (online_maturity <= 4))),
  constraint leistung_pkey PRIMARY KEY (tenant_id, id),
  constraint leistung_processing_working_days_check CHECK ((processing_working_days >= 0)),
  constraint leistung_tenant_id_slug_key UNIQUE (tenant_id, slug)
);
CREATE INDEX leistung_featured ON catalogue.leistung USING btree (tenant_id, featured_position) WHERE (featured_position IS NOT NULL);
CREATE INDEX leistung_initial ON catalogue.leistung USING btree (tenant_id, initial);
CREATE INDEX leistung_leika_key ON catalogue.leistung USING btree (tenant_id, leika_key);
CREATE INDEX leistung_life_situation ON catalogue.leistung USING btree (tenant_id, life_situation);
CREATE INDEX leistung_office ON catalogue.leistung USING btree (tenant_id, office_slug);
create policy tenant on catalogue.leistung for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.leistung enable row level security;
alter table catalogue.leistung force row level security;
CREATE TRIGGER former_address_changed BEFORE UPDATE ON catalogue.leistung FOR EACH ROW WHEN (((NOT old.is_hidden) AND (old.valid_from <= CURRENT_DATE) AND (new.is_hidden OR (new.valid_from > CURRENT_DATE) OR (new.slug <> old.slug)))) EXECUTE FUNCTION catalogue.keep_former_address();
CREATE TRIGGER former_address_deleted BEFORE DELETE ON catalogue.leistung FOR EACH ROW WHEN (((NOT old.is_hidden) AND (old.valid_from <= CURRENT_DATE))) EXECUTE FUNCTION catalogue.keep_former_address();
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON catalogue.leistung FOR EACH STATEMENT EXECUTE FUNCTION catalogue.tell_pages_changed();

create table catalogue.leistung_situation (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  situation_key text not null,
  leistung_id uuid not null,
  constraint leistung_situation_pkey PRIMARY KEY (tenant_id, situation_key, leistung_id),
  constraint leistung_situation_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.leistung(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX leistung_situation_leistung ON catalogue.leistung_situation USING btree (tenant_id, leistung_id);
create policy tenant on catalogue.leistung_situation for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.leistung_situation enable row level security;
alter table catalogue.leistung_situation force row level security;
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON catalogue.leistung_situation FOR EACH STATEMENT EXECUTE FUNCTION catalogue.tell_pages_changed();

create table catalogue.leistung_version (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_id uuid not null,
  version integer not null,
  content jsonb not null,
  hash text not null,
  published_at timestamp with time zone not null,
  published_by text,
  authors text[] not null default '{}'::text[],
  approved_by text,
  constraint leistung_version_pkey PRIMARY KEY (tenant_id, leistung_id, version),
  constraint leistung_version_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.leistung(tenant_id, id) ON DELETE CASCADE,
  constraint leistung_version_version_check CHECK ((version > 0))
);
create policy tenant on catalogue.leistung_version for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.leistung_version enable row level security;
alter table catalogue.leistung_version force row level security;

create table catalogue.notice (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  kind text not null,
  title text not null,
  body text not null,
  visible_from timestamp with time zone not null,
  visible_until timestamp with time zone,
  title_en text,
  body_en text,
  shown_on text not null default 'home'::text,
  in_communes boolean not null default false,
  constraint notice_english_check CHECK (((title_en IS NULL) = (body_en IS NULL))),
  constraint notice_kind_check CHECK ((kind = ANY (ARRAY['info'::text, 'warning'::text]))),
  constraint notice_pkey PRIMARY KEY (tenant_id, id),
  constraint notice_shown_on_check CHECK ((shown_on = ANY (ARRAY['home'::text, 'leistungen'::text, 'account'::text, 'everywhere'::text])))
);
create policy tenant on catalogue.notice for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.notice enable row level security;
alter table catalogue.notice force row level security;
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON catalogue.notice FOR EACH STATEMENT EXECUTE FUNCTION catalogue.tell_pages_changed();

create table catalogue.plan (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_id uuid not null,
  id uuid not null,
  content jsonb not null,
  base_version integer not null,
  publish_at timestamp with time zone not null,
  planned_at timestamp with time zone not null,
  planned_by text not null,
  authors text[] not null default '{}'::text[],
  approved_by text,
  constraint plan_base_version_check CHECK ((base_version >= 0)),
  constraint plan_pkey PRIMARY KEY (tenant_id, leistung_id),
  constraint plan_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.leistung(tenant_id, id) ON DELETE CASCADE
);
create policy tenant on catalogue.plan for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.plan enable row level security;
alter table catalogue.plan force row level security;

create table catalogue.provided (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_id uuid not null,
  provider_slug text not null,
  constraint provided_pkey PRIMARY KEY (tenant_id, leistung_id),
  constraint provided_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.leistung(tenant_id, id) ON DELETE CASCADE,
  constraint provided_tenant_id_provider_slug_fkey FOREIGN KEY (tenant_id, provider_slug) REFERENCES catalogue.provider(tenant_id, slug) ON DELETE CASCADE
);
CREATE INDEX provided_by ON catalogue.provided USING btree (tenant_id, provider_slug);
create policy tenant on catalogue.provided for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.provided enable row level security;
alter table catalogue.provided force row level security;

create table catalogue.provider (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  slug text not null,
  kind text not null,
  name text not null,
  tasks text not null,
  website text,
  phone text,
  email text,
  position integer not null,
  constraint provider_kind_check CHECK ((kind = ANY (ARRAY['company'::text, 'land'::text, 'federation'::text]))),
  constraint provider_pkey PRIMARY KEY (tenant_id, slug)
);
create policy tenant on catalogue.provider for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.provider enable row level security;
alter table catalogue.provider force row level security;
CREATE TRIGGER former_page_changed AFTER UPDATE ON catalogue.provider FOR EACH ROW WHEN ((new.slug <> old.slug)) EXECUTE FUNCTION catalogue.keep_former_page();
CREATE TRIGGER former_page_deleted AFTER DELETE ON catalogue.provider FOR EACH ROW EXECUTE FUNCTION catalogue.keep_former_page();
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON catalogue.provider FOR EACH STATEMENT EXECUTE FUNCTION catalogue.tell_pages_changed();

create table catalogue.review (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_id uuid not null,
  due_on date not null,
  counted_from date,
  told_on date,
  constraint review_pkey PRIMARY KEY (tenant_id, leistung_id),
  constraint review_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.leistung(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX review_due ON catalogue.review USING btree (tenant_id, due_on);
create policy tenant on catalogue.review for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.review enable row level security;
alter table catalogue.review force row level security;

create table catalogue.review_check (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_id uuid not null,
  id uuid not null,
  version integer not null,
  checked_at timestamp with time zone not null,
  checked_by text not null,
  constraint review_check_pkey PRIMARY KEY (tenant_id, leistung_id, id),
  constraint review_check_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.leistung(tenant_id, id) ON DELETE CASCADE,
  constraint review_check_version_check CHECK ((version >= 0))
);
create policy tenant on catalogue.review_check for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.review_check enable row level security;
alter table catalogue.review_check force row level security;

create table catalogue.review_summary (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  made_on date not null,
  constraint review_summary_pkey PRIMARY KEY (tenant_id)
);
create policy tenant on catalogue.review_summary for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.review_summary enable row level security;
alter table catalogue.review_summary force row level security;

create table catalogue.search_entry (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  stem text not null,
  leistung_id uuid not null,
  weight integer not null,
  constraint search_entry_pkey PRIMARY KEY (tenant_id, leistung_id, stem),
  constraint search_entry_tenant_id_leistung_id_fkey FOREIGN KEY (tenant_id, leistung_id) REFERENCES catalogue.leistung(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX search_entry_best ON catalogue.search_entry USING btree (tenant_id, stem, weight DESC, leistung_id);
create policy tenant on catalogue.search_entry for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.search_entry enable row level security;
alter table catalogue.search_entry force row level security;

create table catalogue.search_gap (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  words_hash text not null,
  words text,
  occasions integer not null,
  last_at timestamp with time zone not null,
  constraint search_gap_occasions_check CHECK ((occasions > 0)),
  constraint search_gap_pkey PRIMARY KEY (tenant_id, words_hash)
);
create policy tenant on catalogue.search_gap for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.search_gap enable row level security;
alter table catalogue.search_gap force row level security;

create table catalogue.search_trigram (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  trigram text not null,
  stem text not null,
  constraint search_trigram_pkey PRIMARY KEY (tenant_id, trigram, stem)
);
create policy tenant on catalogue.search_trigram for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.search_trigram enable row level security;
alter table catalogue.search_trigram force row level security;

create table catalogue.situation (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  key text not null,
  parent_key text,
  audience text,
  address text,
  names jsonb,
  position integer,
  is_hidden boolean,
  constraint situation_address_check CHECK ((address ~ '^[a-z0-9-]+$'::text)),
  constraint situation_audience_check CHECK ((audience = ANY (ARRAY['citizen'::text, 'business'::text]))),
  constraint situation_pkey PRIMARY KEY (tenant_id, key),
  constraint situation_place_whole CHECK ((((audience IS NULL) = (address IS NULL)) AND ((audience IS NOT NULL) OR (parent_key IS NULL)))),
  constraint situation_tenant_id_address_key UNIQUE (tenant_id, address)
);
create policy line_above on catalogue.situation for select using ((tenant_id IN ( SELECT line_above.authority_id
   FROM tenants.line_above((current_setting('app.tenant_id'::text))::uuid) line_above(authority_id, distance))));
create policy tenant on catalogue.situation for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.situation enable row level security;
alter table catalogue.situation force row level security;
CREATE TRIGGER former_page_deleted AFTER DELETE ON catalogue.situation FOR EACH ROW WHEN ((old.address IS NOT NULL)) EXECUTE FUNCTION catalogue.keep_former_page();
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON catalogue.situation FOR EACH STATEMENT EXECUTE FUNCTION catalogue.tell_tree_changed();

create table catalogue.successor (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  slug text not null,
  leads_to text not null,
  chosen_at timestamp with time zone not null,
  chosen_by text not null,
  constraint successor_check CHECK ((leads_to <> slug)),
  constraint successor_pkey PRIMARY KEY (tenant_id, slug)
);
create policy tenant on catalogue.successor for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.successor enable row level security;
alter table catalogue.successor force row level security;
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON catalogue.successor FOR EACH STATEMENT EXECUTE FUNCTION catalogue.tell_pages_changed();

create table catalogue.synonym (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  stem text not null,
  meaning_stem text not null,
  word text,
  meaning text,
  constraint synonym_pkey PRIMARY KEY (tenant_id, stem, meaning_stem)
);
create policy tenant on catalogue.synonym for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table catalogue.synonym enable row level security;
alter table catalogue.synonym force row level security;
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON catalogue.synonym FOR EACH STATEMENT EXECUTE FUNCTION catalogue.tell_pages_changed();

create schema contact;

create table contact.message (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  office_slug text not null,
  content bytea not null,
  received_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by uuid,
  constraint message_check CHECK (((done_at IS NULL) = (done_by IS NULL))),
  constraint message_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX contact_message_received ON contact.message USING btree (tenant_id, received_at);
create policy tenant on contact.message for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table contact.message enable row level security;
alter table contact.message force row level security;

create schema crypto;

CREATE OR REPLACE FUNCTION crypto.only_encrypted_again(before jsonb, after jsonb, sealed text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select before <> after and before - sealed = after - sealed and not exists (
    select from unnest(sealed) as name
    where before ->> name is distinct from after ->> name
      and (
        length(before ->> name) is distinct from length(after ->> name)
        -- After '\x01': format 1, then the version of the data key in eight digits.
        or substring(after ->> name from 5 for 8) collate "C" <= substring(before ->> name from 5 for 8) collate "C"
      )
  )
$function$;

create table crypto.tenant_key (
  tenant_id uuid not null,
  version integer not null,
  ring_key_id text not null,
  wrapped_key bytea not null,
  created_at timestamp with time zone not null default now(),
  alone_since timestamp with time zone,
  constraint tenant_key_pkey PRIMARY KEY (tenant_id, version)
);

create schema delivery;

create table delivery.attempt (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  delivery_id uuid not null,
  number integer not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text,
  reason text,
  constraint attempt_outcome_check CHECK ((outcome = ANY (ARRAY['delivered'::text, 'accepted'::text, 'rejected'::text, 'unavailable'::text]))),
  constraint attempt_pkey PRIMARY KEY (tenant_id, delivery_id, number),
  constraint attempt_tenant_id_delivery_id_fkey FOREIGN KEY (tenant_id, delivery_id) REFERENCES delivery.delivery(tenant_id, id) ON DELETE CASCADE
);
create policy tenant on delivery.attempt for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table delivery.attempt enable row level security;
alter table delivery.attempt force row level security;

create table delivery.connector_note (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  delivery_id uuid not null,
  note jsonb not null,
  written_at timestamp with time zone not null,
  constraint connector_note_pkey PRIMARY KEY (tenant_id, delivery_id)
);
create policy tenant on delivery.connector_note for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table delivery.connector_note enable row level security;
alter table delivery.connector_note force row level security;

create table delivery.delivery (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null default gen_random_uuid(),
  submission_id uuid not null,
  destination_id uuid not null,
  reference text not null,
  leistung_slug text not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  waiting_since timestamp with time zone not null default now(),
  attempts_before integer not null default 0,
  next_attempt_at timestamp with time zone default now(),
  last_reason text,
  receipt text,
  created_at timestamp with time zone not null default date_trunc('milliseconds'::text, now()),
  delivered_at timestamp with time zone,
  version integer not null default 1,
  settled_at timestamp with time zone,
  answer_due_at timestamp with time zone,
  is_test boolean not null default false,
  redirected_to uuid,
  constraint delivery_pkey PRIMARY KEY (tenant_id, id),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'delivered'::text, 'rejected'::text, 'dead'::text, 'closed'::text]))),
  constraint delivery_tenant_id_destination_id_fkey FOREIGN KEY (tenant_id, destination_id) REFERENCES delivery.destination(tenant_id, id),
  constraint delivery_tenant_id_redirected_to_fkey FOREIGN KEY (tenant_id, redirected_to) REFERENCES delivery.destination(tenant_id, id),
  constraint delivery_tenant_id_submission_id_destination_id_version_key UNIQUE (tenant_id, submission_id, destination_id, version),
  constraint delivery_version_check CHECK ((version >= 1))
);
CREATE INDEX delivery_in_order ON delivery.delivery USING btree (tenant_id, destination_id, created_at, id) WHERE (state = ANY (ARRAY['accepted'::text, 'delivered'::text, 'rejected'::text]));
CREATE INDEX delivery_newest ON delivery.delivery USING btree (tenant_id, state, created_at DESC, id DESC);
CREATE INDEX delivery_of_destination ON delivery.delivery USING btree (tenant_id, destination_id, state, created_at);
CREATE INDEX delivery_to_answer ON delivery.delivery USING btree (tenant_id, destination_id, answer_due_at) WHERE (state = 'accepted'::text);
create policy tenant on delivery.delivery for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table delivery.delivery enable row level security;
alter table delivery.delivery force row level security;

create table delivery.destination (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  name text not null,
  connector_key text not null,
  options bytea not null,
  enabled boolean not null default true,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  concurrency integer not null default 2,
  patience_hours integer not null default 48,
  office_email text,
  paused_at timestamp with time zone,
  failures integer not null default 0,
  open_until timestamp with time zone,
  office_told_at timestamp with time zone,
  administrator_told_at timestamp with time zone,
  expires_at timestamp with time zone,
  expiry_told text,
  constraint destination_concurrency_check CHECK (((concurrency >= 1) AND (concurrency <= 8))),
  constraint destination_expiry_told_check CHECK ((expiry_told = ANY (ARRAY['month'::text, 'week'::text, 'expired'::text]))),
  constraint destination_patience_hours_check CHECK (((patience_hours >= 1) AND (patience_hours <= 720))),
  constraint destination_pkey PRIMARY KEY (tenant_id, id),
  constraint destination_tenant_id_name_key UNIQUE (tenant_id, name)
);
create policy tenant on delivery.destination for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table delivery.destination enable row level security;
alter table delivery.destination force row level security;

create table delivery.evidence (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  delivery_id uuid not null,
  evidence_id text not null,
  kind text not null,
  occurred_at timestamp with time zone not null,
  kept_at timestamp with time zone not null,
  content bytea not null,
  constraint evidence_evidence_id_check CHECK (((length(evidence_id) >= 1) AND (length(evidence_id) <= 200))),
  constraint evidence_kind_check CHECK ((kind ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint evidence_pkey PRIMARY KEY (tenant_id, delivery_id, evidence_id)
);
create policy tenant on delivery.evidence for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table delivery.evidence enable row level security;
alter table delivery.evidence force row level security;

create table delivery.heard_call (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  destination_id uuid not null,
  digest bytea not null,
  heard_at timestamp with time zone not null,
  constraint heard_call_digest_check CHECK ((length(digest) = 32)),
  constraint heard_call_pkey PRIMARY KEY (tenant_id, destination_id, digest)
);
create policy tenant on delivery.heard_call for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table delivery.heard_call enable row level security;
alter table delivery.heard_call force row level security;

create table delivery.notice (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  delivery_id uuid not null,
  put_at timestamp with time zone not null,
  constraint notice_pkey PRIMARY KEY (tenant_id, delivery_id)
);
create policy tenant on delivery.notice for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table delivery.notice enable row level security;
alter table delivery.notice force row level security;

create table delivery.route (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_slug text not null,
  destination_id uuid not null,
  constraint route_pkey PRIMARY KEY (tenant_id, leistung_slug, destination_id),
  constraint route_tenant_id_destination_id_fkey FOREIGN KEY (tenant_id, destination_id) REFERENCES delivery.destination(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX route_destination ON delivery.route USING btree (tenant_id, destination_id);
create policy tenant on delivery.route for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table delivery.route enable row level security;
alter table delivery.route force row level security;

create table delivery.tally (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  destination_id uuid not null,
  day date not null,
  destination_name text not null,
  enqueued integer not null,
  delivered integer not null,
  failed integer not null,
  waiting integer not null,
  counted_at timestamp with time zone not null,
  connector_key text not null default 'unknown'::text,
  constraint tally_pkey PRIMARY KEY (tenant_id, destination_id, day)
);
CREATE INDEX tally_of_day ON delivery.tally USING btree (day);

create schema exchange;

create table exchange.directory_area (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  source text not null,
  kind text not null,
  key text not null,
  leistung_key text not null,
  area text not null,
  constraint directory_area_pkey PRIMARY KEY (tenant_id, source, kind, key, leistung_key, area),
  constraint directory_area_tenant_id_source_kind_key_fkey FOREIGN KEY (tenant_id, source, kind, key) REFERENCES exchange.directory_entry(tenant_id, source, kind, key) ON DELETE CASCADE
);
CREATE INDEX directory_area_leistung ON exchange.directory_area USING btree (tenant_id, source, leistung_key);
create policy tenant on exchange.directory_area for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table exchange.directory_area enable row level security;
alter table exchange.directory_area force row level security;

create table exchange.directory_entry (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  source text not null,
  kind text not null,
  key text not null,
  content jsonb not null,
  constraint directory_entry_kind_check CHECK ((kind = ANY (ARRAY['leistung'::text, 'specialisation'::text, 'organisation'::text, 'online-service'::text, 'zustaendigkeit'::text]))),
  constraint directory_entry_pkey PRIMARY KEY (tenant_id, source, kind, key)
);
CREATE INDEX directory_entry_service ON exchange.directory_entry USING btree (tenant_id, source, (((content -> 'is'::text) ->> 'serviceKey'::text))) WHERE ((kind = 'zustaendigkeit'::text) AND (((content -> 'is'::text) ->> 'serviceKey'::text) IS NOT NULL));
create policy tenant on exchange.directory_entry for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table exchange.directory_entry enable row level security;
alter table exchange.directory_entry force row level security;

create table exchange.feed (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  source text not null,
  url text not null,
  mode text not null,
  every_hours integer not null,
  etag text,
  last_modified text,
  last_file text,
  next_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  outcome text,
  detail text,
  constraint feed_every_hours_check CHECK (((every_hours >= 1) AND (every_hours <= 720))),
  constraint feed_mode_check CHECK ((mode = ANY (ARRAY['whole'::text, 'delta'::text]))),
  constraint feed_pkey PRIMARY KEY (tenant_id, source),
  constraint feed_url_check CHECK ((char_length(url) <= 2000))
);
create policy tenant on exchange.feed for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table exchange.feed enable row level security;
alter table exchange.feed force row level security;

create table exchange.import_record (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  run_id uuid not null,
  position integer not null,
  kind text not null,
  key text not null,
  content jsonb,
  areas jsonb not null default '[]'::jsonb,
  constraint import_record_pkey PRIMARY KEY (tenant_id, run_id, "position"),
  constraint import_record_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES exchange.import_run(tenant_id, id) ON DELETE CASCADE
);
create policy tenant on exchange.import_record for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table exchange.import_record enable row level security;
alter table exchange.import_record force row level security;

create table exchange.import_run (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  source text not null,
  fingerprint text not null,
  state text not null,
  report jsonb not null default '{}'::jsonb,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint import_run_pkey PRIMARY KEY (tenant_id, id),
  constraint import_run_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'applied'::text, 'refused'::text])))
);
CREATE INDEX import_run_newest ON exchange.import_run USING btree (tenant_id, started_at DESC);
create policy tenant on exchange.import_run for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table exchange.import_run enable row level security;
alter table exchange.import_run force row level security;

create schema federation;

create table federation.attempt (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  provider text not null,
  purpose text not null,
  portal_tenant_id uuid not null,
  return_path text not null,
  needed_level text not null,
  account_id uuid,
  session_id bytea,
  browser_hash bytea not null,
  request_hash bytea,
  secrets bytea,
  handover_hash bytea,
  outcome bytea,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  completed_at timestamp with time zone,
  constraint attempt_needed_level_check CHECK ((needed_level = ANY (ARRAY['none'::text, 'low'::text, 'substantial'::text, 'high'::text]))),
  constraint attempt_pkey PRIMARY KEY (tenant_id, id),
  constraint attempt_purpose_check CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'step-up'::text, 'sign-out'::text, 'trial'::text]))),
  constraint attempt_tenant_id_provider_fkey FOREIGN KEY (tenant_id, provider) REFERENCES federation.identity_provider(tenant_id, key) ON DELETE CASCADE
);
CREATE UNIQUE INDEX attempt_by_handover ON federation.attempt USING btree (tenant_id, handover_hash);
CREATE UNIQUE INDEX attempt_by_request ON federation.attempt USING btree (tenant_id, provider, request_hash);
CREATE INDEX attempt_expiry ON federation.attempt USING btree (tenant_id, expires_at);
create policy tenant on federation.attempt for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table federation.attempt enable row level security;
alter table federation.attempt force row level security;

create table federation.identity_provider (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  key text not null,
  kind text not null,
  name_de text not null,
  name_en text not null,
  description_de text not null,
  description_en text not null,
  configuration jsonb not null,
  secrets bytea not null,
  assurance_level text not null,
  portal_tenant_id uuid,
  enabled boolean not null default true,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint identity_provider_assurance_level_check CHECK ((assurance_level = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text]))),
  constraint identity_provider_key_check CHECK (((key ~ '^[a-z][a-z0-9-]{1,38}$'::text) AND (key <> ALL (ARRAY['local'::text, 'counter'::text, 'self'::text])))),
  constraint identity_provider_kind_check CHECK ((kind = ANY (ARRAY['oidc'::text, 'saml'::text, 'bundid'::text, 'muk'::text]))),
  constraint identity_provider_pkey PRIMARY KEY (tenant_id, key)
);
create policy tenant on federation.identity_provider for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table federation.identity_provider enable row level security;
alter table federation.identity_provider force row level security;

create table federation.provider_health (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  provider text not null,
  failures integer not null,
  reason text,
  checked_at timestamp with time zone not null,
  next_check_at timestamp with time zone not null,
  constraint provider_health_pkey PRIMARY KEY (tenant_id, provider),
  constraint provider_health_tenant_id_provider_fkey FOREIGN KEY (tenant_id, provider) REFERENCES federation.identity_provider(tenant_id, key) ON DELETE CASCADE
);
create policy tenant on federation.provider_health for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table federation.provider_health enable row level security;
alter table federation.provider_health force row level security;

create table federation.provider_session (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  session_id bytea not null,
  provider text not null,
  subject_fingerprint bytea not null,
  provider_session_hash bytea,
  hint bytea not null,
  expires_at timestamp with time zone not null,
  constraint provider_session_pkey PRIMARY KEY (tenant_id, session_id)
);
CREATE INDEX provider_session_by_subject ON federation.provider_session USING btree (tenant_id, provider, subject_fingerprint);
CREATE INDEX provider_session_expiry ON federation.provider_session USING btree (tenant_id, expires_at);
create policy tenant on federation.provider_session for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table federation.provider_session enable row level security;
alter table federation.provider_session force row level security;

create table federation.used_assertion (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  provider text not null,
  assertion_hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint used_assertion_pkey PRIMARY KEY (tenant_id, provider, assertion_hash)
);
CREATE INDEX used_assertion_expiry ON federation.used_assertion USING btree (tenant_id, expires_at);
create policy tenant on federation.used_assertion for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table federation.used_assertion enable row level security;
alter table federation.used_assertion force row level security;

create schema forms;

CREATE OR REPLACE FUNCTION forms.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'forms.form_version never changes: import a new version instead';
end
$function$;

CREATE OR REPLACE FUNCTION forms.refuse_overlay_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'forms.overlay never changes: save a new version instead';
end
$function$;

create table forms.code_list (
  urn text not null,
  version text not null,
  document bytea not null,
  imported_at timestamp with time zone not null,
  constraint code_list_pkey PRIMARY KEY (urn, version)
);

create table forms.form_version (
  id uuid not null,
  form_key text not null,
  version text not null,
  definition jsonb not null,
  content_hash bytea not null,
  imported_at timestamp with time zone not null,
  title text not null generated always as ((definition ->> 'title'::text)) stored,
  release_status text not null generated always as ((definition #>> '{provenance,status}'::text[])) stored,
  untranslated_rules integer not null generated always as (jsonb_array_length((definition -> 'untranslatedRules'::text))) stored,
  is_refined boolean not null generated always as (((definition #> '{provenance,overlays}'::text[]) IS NOT NULL)) stored,
  constraint form_version_content_hash_check CHECK ((octet_length(content_hash) = 32)),
  constraint form_version_form_key_check CHECK ((form_key ~ '^[A-Za-z][A-Za-z0-9_-]{0,99}$'::text)),
  constraint form_version_form_key_version_content_hash_key UNIQUE (form_key, version, content_hash),
  constraint form_version_pkey PRIMARY KEY (id)
);
CREATE INDEX form_version_imported ON forms.form_version USING btree (form_key, imported_at) WHERE (NOT is_refined);
CREATE TRIGGER form_version_never_changes BEFORE DELETE OR UPDATE ON forms.form_version FOR EACH ROW EXECUTE FUNCTION forms.refuse_change();
CREATE TRIGGER form_version_never_emptied BEFORE TRUNCATE ON forms.form_version FOR EACH STATEMENT EXECUTE FUNCTION forms.refuse_change();

create table forms.overlay (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  form_key text not null,
  version integer not null,
  content jsonb not null,
  content_hash bytea not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint overlay_content_hash_check CHECK ((octet_length(content_hash) = 32)),
  constraint overlay_form_key_check CHECK ((form_key ~ '^[A-Za-z][A-Za-z0-9_-]{0,99}$'::text)),
  constraint overlay_pkey PRIMARY KEY (tenant_id, form_key, version),
  constraint overlay_version_check CHECK ((version > 0))
);
create policy line_above on forms.overlay for select using ((tenant_id IN ( SELECT line_above.authority_id
   FROM tenants.line_above((current_setting('app.tenant_id'::text))::uuid) line_above(authority_id, distance))));
create policy tenant on forms.overlay for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table forms.overlay enable row level security;
alter table forms.overlay force row level security;
CREATE TRIGGER overlay_never_changes BEFORE DELETE OR UPDATE ON forms."overlay" FOR EACH ROW EXECUTE FUNCTION forms.refuse_overlay_change();
CREATE TRIGGER overlay_never_emptied BEFORE TRUNCATE ON forms."overlay" FOR EACH STATEMENT EXECUTE FUNCTION forms.refuse_overlay_change();

create table forms.publication (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  form_key text not null,
  form_version_id uuid not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  base_version_id uuid,
  overlay_version integer,
  replaces_drafts boolean not null default false,
  constraint publication_base_version_id_fkey FOREIGN KEY (base_version_id) REFERENCES forms.form_version(id),
  constraint publication_form_version_id_fkey FOREIGN KEY (form_version_id) REFERENCES forms.form_version(id),
  constraint publication_pkey PRIMARY KEY (tenant_id, form_key)
);
create policy line_above on forms.publication for select using ((tenant_id IN ( SELECT line_above.authority_id
   FROM tenants.line_above((current_setting('app.tenant_id'::text))::uuid) line_above(authority_id, distance))));
create policy line_below on forms.publication for select using ((tenant_id IN ( SELECT line_below.authority_id
   FROM tenants.line_below((current_setting('app.tenant_id'::text))::uuid) line_below(authority_id, distance))));
create policy tenant on forms.publication for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table forms.publication enable row level security;
alter table forms.publication force row level security;

create schema installation;

create table installation.fact (
  key text not null,
  value text not null,
  recorded_at timestamp with time zone not null default now(),
  constraint fact_pkey PRIMARY KEY (key)
);

create table installation.kept_figures (
  name text not null,
  figures jsonb not null,
  counted_at timestamp with time zone not null,
  constraint kept_figures_pkey PRIMARY KEY (name)
);

create schema jobs;

create table jobs.channel (
  channel text not null,
  slots integer not null,
  held_until timestamp with time zone not null default '-infinity'::timestamp with time zone,
  constraint channel_pkey PRIMARY KEY (channel),
  constraint channel_slots_check CHECK (((slots >= 1) AND (slots <= 8)))
);

create table jobs.job (
  id uuid not null default gen_random_uuid(),
  tenant_id uuid not null,
  name text not null,
  payload jsonb not null,
  unique_key text,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  run_at timestamp with time zone not null default now(),
  last_error text,
  created_at timestamp with time zone not null default now(),
  died_at timestamp with time zone,
  channel text,
  traceparent text,
  work_key text,
  constraint job_pkey PRIMARY KEY (id),
  constraint job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'dead'::text])))
);
CREATE INDEX job_dead ON jobs.job USING btree (died_at) WHERE (state = 'dead'::text);
CREATE INDEX job_next ON jobs.job USING btree (run_at) WHERE ((state = 'waiting'::text) AND (channel IS NULL));
CREATE INDEX job_of_channel ON jobs.job USING btree (channel, run_at) WHERE ((state = 'waiting'::text) AND (channel IS NOT NULL));
CREATE UNIQUE INDEX job_unique ON jobs.job USING btree (tenant_id, name, unique_key) WHERE (state = 'waiting'::text);
CREATE INDEX job_work ON jobs.job USING btree (tenant_id, name, work_key) WHERE ((state = 'waiting'::text) AND (work_key IS NOT NULL));

create table jobs.slot (
  channel text not null,
  number integer not null,
  served_at timestamp with time zone not null default '-infinity'::timestamp with time zone,
  constraint slot_channel_fkey FOREIGN KEY (channel) REFERENCES jobs.channel(channel) ON DELETE CASCADE,
  constraint slot_pkey PRIMARY KEY (channel, number)
);

create table jobs.start (
  job_id uuid not null,
  starts integer not null,
  constraint start_pkey PRIMARY KEY (job_id)
);

create schema links;

create table links.link (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  url text not null,
  state text not null default 'unchecked'::text,
  detail text,
  moved_to text,
  since timestamp with time zone,
  checked_at timestamp with time zone,
  next_at timestamp with time zone not null,
  told_at timestamp with time zone,
  constraint link_pkey PRIMARY KEY (tenant_id, url),
  constraint link_state_check CHECK ((state = ANY (ARRAY['unchecked'::text, 'fine'::text, 'moved'::text, 'failing'::text, 'broken'::text, 'gone'::text, 'skipped'::text]))),
  constraint link_url_check CHECK ((length(url) <= 1500))
);
CREATE INDEX link_due ON links.link USING btree (tenant_id, next_at);
CREATE INDEX link_state ON links.link USING btree (tenant_id, state);
create policy tenant on links.link for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table links.link enable row level security;
alter table links.link force row level security;

create table links.run (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  collected_at timestamp with time zone,
  told_at timestamp with time zone,
  constraint run_pkey PRIMARY KEY (tenant_id)
);
create policy tenant on links.run for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table links.run enable row level security;
alter table links.run force row level security;

create table links.use (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  url text not null,
  kind text not null,
  place_id text not null,
  title text not null,
  seen_at timestamp with time zone not null,
  constraint use_kind_check CHECK ((kind = ANY (ARRAY['leistung'::text, 'provider'::text, 'notice'::text]))),
  constraint use_pkey PRIMARY KEY (tenant_id, url, kind, place_id),
  constraint use_tenant_id_url_fkey FOREIGN KEY (tenant_id, url) REFERENCES links.link(tenant_id, url) ON DELETE CASCADE
);
create policy tenant on links.use for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table links.use enable row level security;
alter table links.use force row level security;

create schema mail;

create table mail.message (
  id uuid not null default gen_random_uuid(),
  tenant_id uuid not null,
  content bytea,
  kind text not null,
  state text not null default 'waiting'::text,
  created_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone,
  about_kind text,
  about_id uuid,
  address_hash bytea,
  fault text,
  constraint message_about CHECK (((about_kind IS NULL) = (about_id IS NULL))),
  constraint message_pkey PRIMARY KEY (id),
  constraint message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'kept'::text, 'failed'::text, 'undeliverable'::text])))
);
CREATE INDEX message_newest ON mail.message USING btree (created_at DESC);

create table mail.undeliverable (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  address_hash bytea not null,
  fault text not null,
  since timestamp with time zone not null,
  constraint undeliverable_pkey PRIMARY KEY (tenant_id, address_hash)
);
create policy tenant on mail.undeliverable for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table mail.undeliverable enable row level security;
alter table mail.undeliverable force row level security;

create table mail.wording (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  kind text not null,
  locale text not null,
  subject text not null,
  body text not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint wording_locale_check CHECK ((locale = ANY (ARRAY['de'::text, 'en'::text]))),
  constraint wording_pkey PRIMARY KEY (tenant_id, kind, locale)
);
create policy tenant on mail.wording for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table mail.wording enable row level security;
alter table mail.wording force row level security;

create schema migrations;

create table migrations.applied (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  breaking boolean not null default false,
  constraint applied_pkey PRIMARY KEY (name)
);

create schema notices;

create table notices.choice (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  account_id uuid not null,
  topic text not null,
  email text not null,
  changed_at timestamp with time zone not null,
  constraint choice_email_check CHECK ((email = ANY (ARRAY['at-once'::text, 'daily'::text, 'none'::text]))),
  constraint choice_pkey PRIMARY KEY (tenant_id, account_id, topic),
  constraint choice_topic_check CHECK ((topic = ANY (ARRAY['message'::text, 'progress'::text])))
);
create policy tenant on notices.choice for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table notices.choice enable row level security;
alter table notices.choice force row level security;

create table notices.phone (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  account_id uuid not null,
  number bytea not null,
  code_hash bytea,
  code_until timestamp with time zone,
  wrong_codes integer not null default 0,
  confirmed_at timestamp with time zone,
  constraint phone_check CHECK (((code_hash IS NULL) = (code_until IS NULL))),
  constraint phone_pkey PRIMARY KEY (tenant_id, account_id)
);
create policy tenant on notices.phone for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table notices.phone enable row level security;
alter table notices.phone force row level security;

create table notices.sms (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  content bytea,
  state text not null,
  reason text,
  created_at timestamp with time zone not null,
  constraint sms_kind_check CHECK ((kind = ANY (ARRAY['code'::text, 'notice'::text]))),
  constraint sms_pkey PRIMARY KEY (tenant_id, id),
  constraint sms_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'kept'::text, 'failed'::text])))
);
CREATE INDEX sms_newest ON notices.sms USING btree (tenant_id, created_at);
CREATE INDEX sms_of_account ON notices.sms USING btree (tenant_id, account_id, created_at);
create policy tenant on notices.sms for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table notices.sms enable row level security;
alter table notices.sms force row level security;

create schema operation;

create table operation.day (
  component text not null,
  day date not null,
  up integer not null,
  disturbed integer not null,
  down integer not null,
  constraint day_pkey PRIMARY KEY (component, day)
);

create table operation.fault (
  step timestamp with time zone not null,
  kind text not null,
  count integer not null,
  constraint fault_count_check CHECK ((count > 0)),
  constraint fault_pkey PRIMARY KEY (step, kind)
);

create table operation.look (
  component text not null,
  minute timestamp with time zone not null,
  state text not null,
  constraint look_pkey PRIMARY KEY (component, minute),
  constraint look_state_check CHECK ((state = ANY (ARRAY['up'::text, 'disturbed'::text, 'down'::text])))
);
CREATE INDEX look_lately ON operation.look USING btree (minute);
CREATE INDEX look_troubled ON operation.look USING btree (component, minute) WHERE (state <> 'up'::text);

create table operation.process (
  id uuid not null,
  serves_web boolean not null,
  works_queue boolean not null,
  version text not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint process_pkey PRIMARY KEY (id)
);

create table operation.sample (
  taken_at timestamp with time zone not null,
  figures jsonb not null,
  constraint sample_pkey PRIMARY KEY (taken_at)
);

create schema postfach;

CREATE OR REPLACE FUNCTION postfach.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;

create table postfach.answer_draft (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  thread_id uuid not null,
  body bytea not null,
  changed_at timestamp with time zone not null,
  constraint answer_draft_pkey PRIMARY KEY (tenant_id, thread_id),
  constraint answer_draft_tenant_id_thread_id_fkey FOREIGN KEY (tenant_id, thread_id) REFERENCES postfach.thread(tenant_id, id)
);
create policy tenant on postfach.answer_draft for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table postfach.answer_draft enable row level security;
alter table postfach.answer_draft force row level security;

create table postfach.contact_task (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  thread_id uuid not null,
  fault text not null,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by uuid,
  constraint contact_task_check CHECK (((done_at IS NULL) = (done_by IS NULL))),
  constraint contact_task_pkey PRIMARY KEY (tenant_id, id),
  constraint contact_task_tenant_id_thread_id_fkey FOREIGN KEY (tenant_id, thread_id) REFERENCES postfach.thread(tenant_id, id)
);
CREATE UNIQUE INDEX contact_task_open ON postfach.contact_task USING btree (tenant_id, thread_id) WHERE (done_at IS NULL);
create policy tenant on postfach.contact_task for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table postfach.contact_task enable row level security;
alter table postfach.contact_task force row level security;

create table postfach.document (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  thread_id uuid not null,
  message_id uuid,
  position integer not null,
  filename bytea not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  scan text not null,
  added_at timestamp with time zone not null,
  constraint document_pkey PRIMARY KEY (tenant_id, id),
  constraint document_position_check CHECK (("position" >= 1)),
  constraint document_scan_check CHECK ((scan = ANY (ARRAY['clean'::text, 'unscanned'::text, 'waiting'::text, 'infected'::text]))),
  constraint document_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES postfach.message(tenant_id, id),
  constraint document_tenant_id_thread_id_fkey FOREIGN KEY (tenant_id, thread_id) REFERENCES postfach.thread(tenant_id, id)
);
CREATE INDEX document_of_message ON postfach.document USING btree (tenant_id, message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX document_of_thread ON postfach.document USING btree (tenant_id, thread_id, "position");
create policy tenant on postfach.document for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table postfach.document enable row level security;
alter table postfach.document force row level security;

create table postfach.message (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  thread_id uuid not null,
  position integer not null,
  id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  body bytea,
  first_retrieved_at timestamp with time zone,
  constraint message_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['guest'::text, 'citizen'::text, 'staff'::text, 'system'::text]))),
  constraint message_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'question'::text, 'decision'::text, 'receipt'::text, 'answer'::text]))),
  constraint message_pkey PRIMARY KEY (tenant_id, thread_id, "position"),
  constraint message_position_check CHECK (("position" >= 1)),
  constraint message_tenant_id_id_key UNIQUE (tenant_id, id),
  constraint message_tenant_id_thread_id_fkey FOREIGN KEY (tenant_id, thread_id) REFERENCES postfach.thread(tenant_id, id)
);
create policy tenant on postfach.message for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table postfach.message enable row level security;
alter table postfach.message force row level security;
CREATE TRIGGER immutable BEFORE DELETE OR UPDATE ON postfach.message FOR EACH ROW EXECUTE FUNCTION postfach.refuse_change();
CREATE TRIGGER immutable_truncate BEFORE TRUNCATE ON postfach.message FOR EACH STATEMENT EXECUTE FUNCTION postfach.refuse_change();

create table postfach.mirror (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  message_id uuid not null,
  provider text not null,
  handle bytea not null,
  state text not null,
  reason text,
  attempts integer not null default 0,
  changed_at timestamp with time zone not null,
  constraint mirror_check CHECK (((reason IS NOT NULL) OR (state <> 'failed'::text))),
  constraint mirror_pkey PRIMARY KEY (tenant_id, message_id),
  constraint mirror_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'acknowledged'::text, 'failed'::text]))),
  constraint mirror_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES postfach.message(tenant_id, id)
);
CREATE INDEX mirror_open ON postfach.mirror USING btree (tenant_id, changed_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sent'::text]));
create policy tenant on postfach.mirror for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table postfach.mirror enable row level security;
alter table postfach.mirror force row level security;

create table postfach.notice (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  message_id uuid not null,
  at timestamp with time zone not null,
  outcome text not null,
  summed_up_at timestamp with time zone,
  constraint notice_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'no-address'::text, 'undeliverable'::text, 'later'::text, 'not-wished'::text]))),
  constraint notice_pkey PRIMARY KEY (tenant_id, message_id),
  constraint notice_summed_up CHECK (((summed_up_at IS NULL) OR (outcome = 'later'::text))),
  constraint notice_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES postfach.message(tenant_id, id)
);
CREATE INDEX notice_later ON postfach.notice USING btree (tenant_id, at) WHERE ((outcome = 'later'::text) AND (summed_up_at IS NULL));
CREATE INDEX notice_summed_up ON postfach.notice USING btree (tenant_id, summed_up_at) WHERE (summed_up_at IS NOT NULL);
create policy tenant on postfach.notice for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table postfach.notice enable row level security;
alter table postfach.notice force row level security;

create table postfach.office_task (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  message_id uuid not null,
  reason text not null,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by uuid,
  constraint office_task_check CHECK (((done_at IS NULL) = (done_by IS NULL))),
  constraint office_task_pkey PRIMARY KEY (tenant_id, id),
  constraint office_task_reason_check CHECK ((reason = ANY (ARRAY['guest'::text, 'excluded'::text, 'no-address'::text, 'undeliverable'::text, 'not-retrieved'::text]))),
  constraint office_task_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES postfach.message(tenant_id, id),
  constraint office_task_tenant_id_message_id_key UNIQUE (tenant_id, message_id)
);
CREATE INDEX office_task_open ON postfach.office_task USING btree (tenant_id, created_at) WHERE (done_at IS NULL);
create policy tenant on postfach.office_task for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table postfach.office_task enable row level security;
alter table postfach.office_task force row level security;

create table postfach.provision (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  message_id uuid not null,
  consent text not null,
  land text not null,
  law text not null,
  has_legal_remedy_text boolean not null,
  reminded_at timestamp with time zone,
  constraint provision_consent_check CHECK ((consent = ANY (ARRAY['deemed'::text, 'excluded'::text, 'guest'::text]))),
  constraint provision_law_check CHECK ((law = ANY (ARRAY['general'::text, 'taxes'::text]))),
  constraint provision_pkey PRIMARY KEY (tenant_id, message_id),
  constraint provision_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES postfach.message(tenant_id, id)
);
create policy tenant on postfach.provision for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table postfach.provision enable row level security;
alter table postfach.provision force row level security;

create table postfach.thread (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  submission_id uuid not null,
  reference text not null,
  title text not null,
  owner_id uuid,
  acting_account_id uuid,
  opened_at timestamp with time zone not null,
  newest_at timestamp with time zone not null,
  last_position integer not null,
  newest_incoming integer not null default 0,
  read_position integer not null default 0,
  archived_at timestamp with time zone,
  labels bytea,
  paper_wished_at timestamp with time zone,
  constraint thread_check CHECK (((owner_id IS NULL) = (acting_account_id IS NULL))),
  constraint thread_last_position_check CHECK ((last_position >= 0)),
  constraint thread_pkey PRIMARY KEY (tenant_id, id),
  constraint thread_tenant_id_submission_id_key UNIQUE (tenant_id, submission_id)
);
CREATE INDEX thread_of_owner ON postfach.thread USING btree (owner_id, newest_at) WHERE (owner_id IS NOT NULL);
create policy owner on postfach.thread for select using ((owner_id = (NULLIF(current_setting('app.owner_id'::text, true), ''::text))::uuid));
create policy tenant on postfach.thread for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table postfach.thread enable row level security;
alter table postfach.thread force row level security;

create schema representation;

create table representation.action (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  party_id uuid not null,
  account_id uuid not null,
  kind text not null,
  details bytea not null,
  at timestamp with time zone not null,
  constraint action_kind_check CHECK ((kind = ANY (ARRAY['acting-began'::text, 'draft-saved'::text, 'submitted'::text, 'withdrawn'::text]))),
  constraint action_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX action_for_party ON representation.action USING btree (tenant_id, party_id, at);
create policy tenant on representation.action for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table representation.action enable row level security;
alter table representation.action force row level security;

create table representation.invitation (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  token_hash bytea not null,
  organisation_id uuid,
  role text,
  mandate_id uuid,
  email bytea not null,
  invited_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint invitation_check CHECK ((((organisation_id IS NULL) = (role IS NULL)) AND ((organisation_id IS NULL) <> (mandate_id IS NULL)))),
  constraint invitation_pkey PRIMARY KEY (tenant_id, id),
  constraint invitation_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'signatory'::text, 'preparer'::text]))),
  constraint invitation_tenant_id_invited_by_fkey FOREIGN KEY (tenant_id, invited_by) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE,
  constraint invitation_tenant_id_mandate_id_fkey FOREIGN KEY (tenant_id, mandate_id) REFERENCES representation.mandate(tenant_id, id) ON DELETE CASCADE,
  constraint invitation_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES representation.organisation(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX invitation_by_account ON representation.invitation USING btree (tenant_id, invited_by, created_at);
CREATE UNIQUE INDEX invitation_by_token ON representation.invitation USING btree (tenant_id, token_hash);
CREATE INDEX invitation_expiry ON representation.invitation USING btree (tenant_id, expires_at);
CREATE UNIQUE INDEX invitation_of_mandate ON representation.invitation USING btree (tenant_id, mandate_id) WHERE (mandate_id IS NOT NULL);
CREATE INDEX invitation_of_organisation ON representation.invitation USING btree (tenant_id, organisation_id) WHERE (organisation_id IS NOT NULL);
create policy tenant on representation.invitation for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table representation.invitation enable row level security;
alter table representation.invitation force row level security;

create table representation.mandate (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  party_id uuid not null,
  basis text not null,
  grantor_id uuid,
  grantee_id uuid,
  scope_kind text not null,
  scope_key text,
  details bytea not null,
  valid_until text not null,
  created_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint mandate_basis_check CHECK ((basis = ANY (ARRAY['power'::text, 'parent'::text, 'guardian'::text, 'legal-representative'::text]))),
  constraint mandate_check CHECK (((basis = 'power'::text) = (grantor_id IS NOT NULL))),
  constraint mandate_check1 CHECK (((scope_kind = 'all'::text) = (scope_key IS NULL))),
  constraint mandate_check2 CHECK (((grantee_id IS NULL) = (accepted_at IS NULL))),
  constraint mandate_check3 CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
  constraint mandate_check4 CHECK (((basis = 'power'::text) OR (grantee_id IS NOT NULL))),
  constraint mandate_pkey PRIMARY KEY (tenant_id, id),
  constraint mandate_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['all'::text, 'kind'::text, 'leistung'::text]))),
  constraint mandate_tenant_id_grantee_id_fkey FOREIGN KEY (tenant_id, grantee_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE,
  constraint mandate_tenant_id_grantor_id_fkey FOREIGN KEY (tenant_id, grantor_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE,
  constraint mandate_valid_until_check CHECK ((valid_until ~ '^\d{4}-\d{2}-\d{2}$'::text))
);
CREATE INDEX mandate_given ON representation.mandate USING btree (tenant_id, grantor_id, created_at) WHERE (grantor_id IS NOT NULL);
CREATE INDEX mandate_received ON representation.mandate USING btree (tenant_id, grantee_id, party_id) WHERE (grantee_id IS NOT NULL);
create policy tenant on representation.mandate for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table representation.mandate enable row level security;
alter table representation.mandate force row level security;

create table representation.membership (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  organisation_id uuid not null,
  account_id uuid not null,
  role text not null,
  joined_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  postfach_handle bytea,
  constraint membership_pkey PRIMARY KEY (tenant_id, id),
  constraint membership_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'signatory'::text, 'preparer'::text]))),
  constraint membership_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES accounts.account(tenant_id, id) ON DELETE CASCADE,
  constraint membership_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES representation.organisation(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX membership_of_account ON representation.membership USING btree (tenant_id, account_id);
CREATE UNIQUE INDEX membership_once ON representation.membership USING btree (tenant_id, organisation_id, account_id);
create policy tenant on representation.membership for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table representation.membership enable row level security;
alter table representation.membership force row level security;

create table representation.organisation (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  details bytea not null,
  source text not null,
  assurance_level text not null,
  subject_fingerprint bytea,
  obtained_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint organisation_assurance_level_check CHECK ((assurance_level = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text]))),
  constraint organisation_check CHECK (((source = 'self'::text) = (subject_fingerprint IS NULL))),
  constraint organisation_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX organisation_by_subject ON representation.organisation USING btree (tenant_id, source, subject_fingerprint);
create policy tenant on representation.organisation for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table representation.organisation enable row level security;
alter table representation.organisation force row level security;

create schema retention;

CREATE OR REPLACE FUNCTION retention.may_remove_submission(tenant uuid, submission uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from retention.removal_pass
    where tenant_id = tenant and submission_id = submission and transaction = pg_current_xact_id_if_assigned()::text::bigint
  )
$function$;

CREATE OR REPLACE FUNCTION retention.may_remove_vorgang(tenant uuid, vorgang uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from retention.removal_pass
    where tenant_id = tenant and vorgang_id = vorgang and transaction = pg_current_xact_id_if_assigned()::text::bigint
  )
$function$;

CREATE OR REPLACE FUNCTION retention.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'proofs of deletion are append-only: % refused', tg_op
    using errcode = 'insufficient_privilege';
end
$function$;

CREATE OR REPLACE FUNCTION retention.require_proof()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from retention.removal_pass where tenant_id = new.tenant_id and vorgang_id = new.vorgang_id)
    or not exists (
      select from retention.proof
      where tenant_id = new.tenant_id and id = new.proof_id and deleted_in = pg_current_xact_id()::text::bigint
    ) then
    raise exception 'what is removed leaves a proof in the same transaction'
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$function$;

create table retention.announcement (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  vorgang_id uuid not null,
  announced_at timestamp with time zone not null,
  constraint announcement_pkey PRIMARY KEY (tenant_id, vorgang_id)
);
create policy tenant on retention.announcement for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table retention.announcement enable row level security;
alter table retention.announcement force row level security;

create table retention.archive_offer (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  vorgang_id uuid not null,
  offered_by uuid not null,
  offered_at timestamp with time zone not null,
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint archive_offer_answer_check CHECK ((answer = ANY (ARRAY['taken'::text, 'refused'::text]))),
  constraint archive_offer_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint archive_offer_check1 CHECK (((answer IS NULL) = (answered_by IS NULL))),
  constraint archive_offer_pkey PRIMARY KEY (tenant_id, vorgang_id)
);
create policy tenant on retention.archive_offer for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table retention.archive_offer enable row level security;
alter table retention.archive_offer force row level security;

create table retention.file_removal (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  file_id uuid not null,
  constraint file_removal_pkey PRIMARY KEY (tenant_id, file_id)
);
create policy tenant on retention.file_removal for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table retention.file_removal enable row level security;
alter table retention.file_removal force row level security;

create table retention.hold (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  vorgang_id uuid not null,
  reason bytea not null,
  placed_by uuid not null,
  placed_at timestamp with time zone not null,
  until_day text,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  constraint hold_check CHECK (((lifted_by IS NULL) = (lifted_at IS NULL))),
  constraint hold_pkey PRIMARY KEY (tenant_id, id),
  constraint hold_until_day_check CHECK ((until_day ~ '^\d{4}-\d\d-\d\d$'::text))
);
CREATE INDEX hold_of_vorgang ON retention.hold USING btree (tenant_id, vorgang_id, placed_at);
create policy tenant on retention.hold for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table retention.hold enable row level security;
alter table retention.hold force row level security;

create table retention.owner_note (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  proof_id uuid not null,
  owner_id uuid not null,
  acting_account_id uuid not null,
  reference text not null,
  leistung_title text not null,
  deleted_at timestamp with time zone not null,
  constraint owner_note_pkey PRIMARY KEY (tenant_id, proof_id)
);
CREATE INDEX owner_note_age ON retention.owner_note USING btree (tenant_id, deleted_at);
CREATE INDEX owner_note_of_owner ON retention.owner_note USING btree (owner_id, deleted_at);
create policy owner on retention.owner_note for select using ((owner_id = (NULLIF(current_setting('app.owner_id'::text, true), ''::text))::uuid));
create policy tenant on retention.owner_note for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table retention.owner_note enable row level security;
alter table retention.owner_note force row level security;

create table retention.proof (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  reference text not null,
  leistung_slug text not null,
  leistung_title text not null,
  received_on text not null,
  closed_on text not null,
  ended text not null,
  due_on text not null,
  deleted_at timestamp with time zone not null,
  term_count integer not null,
  term_unit text not null,
  from_year_end boolean not null,
  basis text not null,
  rule text not null,
  archive text not null,
  counts jsonb not null,
  hash bytea not null,
  status_key_hash bytea,
  deleted_in bigint not null default ((pg_current_xact_id())::text)::bigint,
  constraint proof_archive_check CHECK ((archive = ANY (ARRAY['not-offered'::text, 'taken'::text, 'refused'::text]))),
  constraint proof_ended_check CHECK ((ended = ANY (ARRAY['closed'::text, 'withdrawn'::text, 'handed-over'::text]))),
  constraint proof_hash_check CHECK ((length(hash) = 32)),
  constraint proof_pkey PRIMARY KEY (tenant_id, id),
  constraint proof_rule_check CHECK ((rule = ANY (ARRAY['leistung'::text, 'default'::text])))
);
CREATE INDEX proof_by_link ON retention.proof USING btree (tenant_id, status_key_hash) WHERE (status_key_hash IS NOT NULL);
CREATE INDEX proof_by_reference ON retention.proof USING btree (tenant_id, reference);
CREATE INDEX proof_newest ON retention.proof USING btree (tenant_id, deleted_at DESC, id DESC);
create policy tenant on retention.proof for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table retention.proof enable row level security;
alter table retention.proof force row level security;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON retention.proof FOR EACH ROW EXECUTE FUNCTION retention.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON retention.proof FOR EACH STATEMENT EXECUTE FUNCTION retention.refuse_change();

create table retention.removal_pass (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  vorgang_id uuid not null,
  submission_id uuid not null,
  proof_id uuid not null,
  transaction bigint not null default ((pg_current_xact_id())::text)::bigint,
  constraint removal_pass_pkey PRIMARY KEY (tenant_id, vorgang_id)
);
CREATE UNIQUE INDEX removal_pass_submission ON retention.removal_pass USING btree (tenant_id, submission_id);
create policy tenant on retention.removal_pass for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table retention.removal_pass enable row level security;
alter table retention.removal_pass force row level security;
CREATE CONSTRAINT TRIGGER leaves_proof AFTER INSERT ON retention.removal_pass DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION retention.require_proof();

create table retention.term (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_slug text not null,
  term_count integer not null,
  term_unit text not null,
  from_year_end boolean not null,
  basis text not null,
  offers_to_archive boolean not null,
  changed_at timestamp with time zone not null,
  constraint term_basis_check CHECK ((basis <> ''::text)),
  constraint term_pkey PRIMARY KEY (tenant_id, leistung_slug),
  constraint term_term_count_check CHECK (((term_count >= 1) AND (term_count <= 600))),
  constraint term_term_unit_check CHECK ((term_unit = ANY (ARRAY['months'::text, 'years'::text])))
);
create policy tenant on retention.term for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table retention.term enable row level security;
alter table retention.term force row level security;

create schema staff;

create table staff.absence (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  member_id uuid not null,
  substitute_id uuid not null,
  from_day date not null,
  until_day date not null,
  constraint absence_check CHECK ((from_day <= until_day)),
  constraint absence_check1 CHECK ((member_id <> substitute_id)),
  constraint absence_pkey PRIMARY KEY (tenant_id, id),
  constraint absence_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES staff.member(tenant_id, id),
  constraint absence_tenant_id_substitute_id_fkey FOREIGN KEY (tenant_id, substitute_id) REFERENCES staff.member(tenant_id, id)
);
CREATE INDEX absence_member ON staff.absence USING btree (tenant_id, member_id, until_day);
CREATE INDEX absence_substitute ON staff.absence USING btree (tenant_id, substitute_id, until_day);
create policy tenant on staff.absence for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table staff.absence enable row level security;
alter table staff.absence force row level security;

create table staff.directory (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  settings jsonb not null,
  client_secret bytea not null,
  enabled boolean not null,
  updated_at timestamp with time zone not null,
  constraint directory_pkey PRIMARY KEY (tenant_id)
);
create policy tenant on staff.directory for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table staff.directory enable row level security;
alter table staff.directory force row level security;

create table staff.directory_attempt (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  state_hash bytea not null,
  browser_hash bytea not null,
  secrets bytea not null,
  return_path text not null,
  expires_at timestamp with time zone not null,
  constraint directory_attempt_pkey PRIMARY KEY (tenant_id, state_hash)
);
CREATE INDEX directory_attempt_expiry ON staff.directory_attempt USING btree (tenant_id, expires_at);
create policy tenant on staff.directory_attempt for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table staff.directory_attempt enable row level security;
alter table staff.directory_attempt force row level security;

create table staff.member (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  login text not null,
  display_name text not null,
  password_hash text,
  password_is_one_time boolean not null default false,
  roles text[] not null,
  totp_secret bytea,
  totp_last_step bigint,
  totp_pending_secret bytea,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  last_signed_in_at timestamp with time zone,
  directory_fingerprint bytea,
  awaits_directory boolean not null default false,
  constraint member_login_check CHECK ((login = lower(login))),
  constraint member_pkey PRIMARY KEY (tenant_id, id),
  constraint member_roles_check CHECK ((roles <@ ARRAY['caseworker'::text, 'team-lead'::text, 'editor'::text, 'admin'::text, 'auditor'::text, 'identity-officer'::text, 'operator'::text])),
  constraint member_tenant_id_login_key UNIQUE (tenant_id, login)
);
CREATE UNIQUE INDEX member_of_directory ON staff.member USING btree (tenant_id, directory_fingerprint);
create policy tenant on staff.member for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table staff.member enable row level security;
alter table staff.member force row level security;

create table staff.recovery_code (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  member_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (tenant_id, member_id, code_hash),
  constraint recovery_code_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES staff.member(tenant_id, id)
);
create policy tenant on staff.recovery_code for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table staff.recovery_code enable row level security;
alter table staff.recovery_code force row level security;

create table staff.session (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id bytea not null,
  member_id uuid not null,
  stage text not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (tenant_id, id),
  constraint session_stage_check CHECK ((stage = ANY (ARRAY['code'::text, 'password'::text, 'factor'::text, 'full'::text]))),
  constraint session_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES staff.member(tenant_id, id)
);
CREATE INDEX session_by_member ON staff.session USING btree (tenant_id, member_id, created_at);
CREATE INDEX session_oldest ON staff.session USING btree (tenant_id, created_at);
create policy tenant on staff.session for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table staff.session enable row level security;
alter table staff.session force row level security;

create table staff.team (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint team_name_check CHECK ((name <> ''::text)),
  constraint team_pkey PRIMARY KEY (tenant_id, id),
  constraint team_tenant_id_name_key UNIQUE (tenant_id, name)
);
create policy tenant on staff.team for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table staff.team enable row level security;
alter table staff.team force row level security;

create table staff.team_leistung (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_slug text not null,
  team_id uuid not null,
  is_restricted boolean not null,
  constraint team_leistung_pkey PRIMARY KEY (tenant_id, leistung_slug),
  constraint team_leistung_tenant_id_team_id_fkey FOREIGN KEY (tenant_id, team_id) REFERENCES staff.team(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX team_leistung_team ON staff.team_leistung USING btree (tenant_id, team_id);
create policy tenant on staff.team_leistung for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table staff.team_leistung enable row level security;
alter table staff.team_leistung force row level security;

create table staff.team_member (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  team_id uuid not null,
  member_id uuid not null,
  constraint team_member_pkey PRIMARY KEY (tenant_id, team_id, member_id),
  constraint team_member_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES staff.member(tenant_id, id),
  constraint team_member_tenant_id_team_id_fkey FOREIGN KEY (tenant_id, team_id) REFERENCES staff.team(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX team_member_member ON staff.team_member USING btree (tenant_id, member_id);
create policy tenant on staff.team_member for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table staff.team_member enable row level security;
alter table staff.team_member force row level security;

create table staff.team_office (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  team_id uuid not null,
  office_slug text not null,
  constraint team_office_pkey PRIMARY KEY (tenant_id, team_id, office_slug),
  constraint team_office_tenant_id_team_id_fkey FOREIGN KEY (tenant_id, team_id) REFERENCES staff.team(tenant_id, id) ON DELETE CASCADE
);
create policy tenant on staff.team_office for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table staff.team_office enable row level security;
alter table staff.team_office force row level security;

create schema submissions;

CREATE OR REPLACE FUNCTION submissions.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION submissions.refuse_change_of_amendment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if crypto.only_encrypted_again(to_jsonb(old), to_jsonb(new), array['answers', 'sender', 'own_data']) then
    return new;
  end if;
  raise exception 'submissions.amendment is immutable';
end
$function$;

CREATE OR REPLACE FUNCTION submissions.refuse_removal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if retention.may_remove_submission(old.tenant_id, old.id) then
    return old;
  end if;
  raise exception 'submissions.submission is kept';
end
$function$;

CREATE OR REPLACE FUNCTION submissions.refuse_removal_of_amendment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if retention.may_remove_submission(old.tenant_id, old.submission_id) then
    return old;
  end if;
  raise exception 'submissions.amendment is kept';
end
$function$;

CREATE OR REPLACE FUNCTION submissions.refuse_sending()
 RETURNS uuid
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the draft is not there to be sent: it was sent, saved or removed meanwhile, or has a file with malware'
    using errcode = 'OR001';
end
$function$;

create table submissions.amendment (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  submission_id uuid not null,
  version integer not null,
  draft_id uuid not null,
  request_id uuid not null,
  answers bytea not null,
  content_hash text not null,
  submitted_at timestamp with time zone not null,
  sender bytea,
  own_data bytea,
  constraint amendment_pkey PRIMARY KEY (tenant_id, submission_id, version),
  constraint amendment_tenant_id_submission_id_fkey FOREIGN KEY (tenant_id, submission_id) REFERENCES submissions.submission(tenant_id, id),
  constraint amendment_version_check CHECK ((version >= 2))
);
CREATE UNIQUE INDEX amendment_once ON submissions.amendment USING btree (tenant_id, draft_id);
create policy tenant on submissions.amendment for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table submissions.amendment enable row level security;
alter table submissions.amendment force row level security;
CREATE TRIGGER amendment_is_immutable BEFORE UPDATE ON submissions.amendment FOR EACH ROW EXECUTE FUNCTION submissions.refuse_change_of_amendment();
CREATE TRIGGER amendment_is_kept BEFORE DELETE ON submissions.amendment FOR EACH ROW EXECUTE FUNCTION submissions.refuse_removal_of_amendment();

create table submissions.applicant_mark (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  mark bytea not null,
  submission_id uuid not null,
  submitted_at timestamp with time zone not null,
  constraint applicant_mark_mark_check CHECK ((length(mark) = 32)),
  constraint applicant_mark_pkey PRIMARY KEY (tenant_id, mark, submission_id),
  constraint applicant_mark_tenant_id_submission_id_fkey FOREIGN KEY (tenant_id, submission_id) REFERENCES submissions.submission(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX applicant_mark_of_submission ON submissions.applicant_mark USING btree (tenant_id, submission_id);
create policy tenant on submissions.applicant_mark for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table submissions.applicant_mark enable row level security;
alter table submissions.applicant_mark force row level security;

create table submissions.draft (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  leistung_slug text not null,
  form_version_id uuid not null,
  answers bytea,
  revision integer not null default 0,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  reminder_email bytea,
  reminded_for timestamp with time zone,
  kept_answers bytea,
  owner_id uuid,
  acting_account_id uuid,
  leistung_title text,
  own_data bytea,
  amends_submission_id uuid,
  correction bytea,
  intake_by uuid,
  intake bytea,
  constraint draft_correction_check CHECK (((amends_submission_id IS NULL) = (correction IS NULL))),
  constraint draft_intake CHECK ((((intake IS NULL) OR (intake_by IS NOT NULL)) AND ((intake_by IS NULL) OR (owner_id IS NULL)) AND ((intake_by IS NULL) OR (intake IS NOT NULL) OR (submitted_at IS NOT NULL)))),
  constraint draft_owned CHECK ((((owner_id IS NULL) = (acting_account_id IS NULL)) AND ((owner_id IS NULL) OR (leistung_title IS NOT NULL)))),
  constraint draft_pkey PRIMARY KEY (tenant_id, id),
  constraint draft_tenant_id_amends_submission_id_fkey FOREIGN KEY (tenant_id, amends_submission_id) REFERENCES submissions.submission(tenant_id, id)
);
CREATE INDEX draft_at_work ON submissions.draft USING btree (tenant_id, leistung_slug, updated_at);
CREATE INDEX draft_expiry ON submissions.draft USING btree (tenant_id, expires_at);
CREATE INDEX draft_intake ON submissions.draft USING btree (tenant_id, intake_by) WHERE ((intake_by IS NOT NULL) AND (submitted_at IS NULL));
CREATE UNIQUE INDEX draft_of_correction ON submissions.draft USING btree (tenant_id, amends_submission_id) WHERE ((amends_submission_id IS NOT NULL) AND (submitted_at IS NULL));
CREATE INDEX draft_of_owner ON submissions.draft USING btree (owner_id, updated_at) WHERE (owner_id IS NOT NULL);
CREATE INDEX draft_reminder ON submissions.draft USING btree (tenant_id, expires_at) WHERE ((submitted_at IS NULL) AND ((reminder_email IS NOT NULL) OR (acting_account_id IS NOT NULL)));
create policy owner on submissions.draft for select using ((owner_id = (NULLIF(current_setting('app.owner_id'::text, true), ''::text))::uuid));
create policy tenant on submissions.draft for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table submissions.draft enable row level security;
alter table submissions.draft force row level security;

create table submissions.draft_key (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  key_hash bytea not null,
  draft_id uuid not null,
  purpose text not null,
  created_at timestamp with time zone not null,
  constraint draft_key_pkey PRIMARY KEY (tenant_id, key_hash),
  constraint draft_key_purpose_check CHECK ((purpose = ANY (ARRAY['browser'::text, 'link'::text]))),
  constraint draft_key_tenant_id_draft_id_fkey FOREIGN KEY (tenant_id, draft_id) REFERENCES submissions.draft(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX draft_key_of_draft ON submissions.draft_key USING btree (tenant_id, draft_id);
create policy tenant on submissions.draft_key for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table submissions.draft_key enable row level security;
alter table submissions.draft_key force row level security;

create table submissions.moved_key (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  key_hash bytea not null,
  to_host text not null,
  expires_at timestamp with time zone not null,
  constraint moved_key_pkey PRIMARY KEY (tenant_id, key_hash)
);
CREATE INDEX moved_key_expiry ON submissions.moved_key USING btree (tenant_id, expires_at);
create policy tenant on submissions.moved_key for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table submissions.moved_key enable row level security;
alter table submissions.moved_key force row level security;

create table submissions.pending_upload (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  draft_id uuid not null,
  field_path text not null,
  description bytea not null,
  size_bytes integer not null,
  received_bytes integer not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint pending_upload_check CHECK (((received_bytes >= 0) AND (received_bytes <= size_bytes))),
  constraint pending_upload_pkey PRIMARY KEY (tenant_id, id),
  constraint pending_upload_size_bytes_check CHECK ((size_bytes > 0))
);
CREATE INDEX pending_upload_expiry ON submissions.pending_upload USING btree (tenant_id, expires_at);
CREATE INDEX pending_upload_of_draft ON submissions.pending_upload USING btree (tenant_id, draft_id);
create policy tenant on submissions.pending_upload for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table submissions.pending_upload enable row level security;
alter table submissions.pending_upload force row level security;

create table submissions.submission (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  draft_id uuid not null,
  reference text not null,
  leistung_slug text not null,
  leistung_title text not null,
  form_version_id uuid not null,
  answers bytea not null,
  content_hash text not null,
  status_key_hash bytea not null,
  status_key bytea not null,
  notification_email bytea,
  submitted_at timestamp with time zone not null,
  owner_id uuid,
  acting_account_id uuid,
  assurance_level text not null default 'none'::text,
  identity_provider text,
  signed_in_at timestamp with time zone,
  sender bytea,
  own_data bytea,
  intake_by uuid,
  intake bytea,
  arrival bytea,
  office_slug text,
  constraint submission_assurance_level_check CHECK ((assurance_level = ANY (ARRAY['none'::text, 'low'::text, 'substantial'::text, 'high'::text]))),
  constraint submission_intake CHECK (((intake IS NULL) = (intake_by IS NULL))),
  constraint submission_office_slug_length CHECK ((length(office_slug) <= 200)),
  constraint submission_owned CHECK ((((owner_id IS NULL) = (acting_account_id IS NULL)) AND ((sender IS NULL) = (assurance_level = 'none'::text)) AND ((sender IS NULL) = (identity_provider IS NULL)) AND ((sender IS NULL) = (signed_in_at IS NULL)) AND (((owner_id IS NULL) = (sender IS NULL)) OR (intake IS NOT NULL)))),
  constraint submission_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX submission_of_owner ON submissions.submission USING btree (owner_id, submitted_at) WHERE (owner_id IS NOT NULL);
CREATE UNIQUE INDEX submission_once ON submissions.submission USING btree (tenant_id, draft_id);
CREATE UNIQUE INDEX submission_reference ON submissions.submission USING btree (tenant_id, reference);
CREATE UNIQUE INDEX submission_status_key ON submissions.submission USING btree (tenant_id, status_key_hash);
create policy owner on submissions.submission for select using ((owner_id = (NULLIF(current_setting('app.owner_id'::text, true), ''::text))::uuid));
create policy tenant on submissions.submission for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table submissions.submission enable row level security;
alter table submissions.submission force row level security;
CREATE TRIGGER submission_is_immutable BEFORE UPDATE ON submissions.submission FOR EACH ROW EXECUTE FUNCTION submissions.refuse_change();
CREATE TRIGGER submission_is_kept BEFORE DELETE ON submissions.submission FOR EACH ROW EXECUTE FUNCTION submissions.refuse_removal();

create table submissions.upload (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  file_id uuid not null,
  draft_id uuid not null,
  submission_id uuid,
  created_at timestamp with time zone not null,
  scan_state text not null default 'unscanned'::text,
  scanned_at timestamp with time zone,
  constraint upload_pkey PRIMARY KEY (tenant_id, file_id),
  constraint upload_scan_state_check CHECK ((scan_state = ANY (ARRAY['unscanned'::text, 'clean'::text, 'infected'::text])))
);
CREATE INDEX upload_of_draft ON submissions.upload USING btree (tenant_id, draft_id);
CREATE INDEX upload_of_submission ON submissions.upload USING btree (tenant_id, submission_id);
CREATE INDEX upload_unscanned ON submissions.upload USING btree (tenant_id, created_at, file_id) WHERE (scan_state = 'unscanned'::text);
create policy tenant on submissions.upload for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table submissions.upload enable row level security;
alter table submissions.upload force row level security;

create table submissions.upload_part (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  file_id uuid not null,
  upload_id uuid not null,
  draft_id uuid not null,
  start_bytes integer not null,
  size_bytes integer not null,
  constraint upload_part_pkey PRIMARY KEY (tenant_id, file_id),
  constraint upload_part_size_bytes_check CHECK ((size_bytes > 0))
);
CREATE INDEX upload_part_of_draft ON submissions.upload_part USING btree (tenant_id, draft_id);
CREATE UNIQUE INDEX upload_part_once ON submissions.upload_part USING btree (tenant_id, upload_id, start_bytes);
create policy tenant on submissions.upload_part for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table submissions.upload_part enable row level security;
alter table submissions.upload_part force row level security;

create schema tenants;

CREATE OR REPLACE FUNCTION tenants.line_above(tenant uuid)
 RETURNS TABLE(authority_id uuid, distance integer)
 LANGUAGE sql
 STABLE
AS $function$
  with recursive line (id, distance) as (
    select tenant, 0
    union all
    select authority.parent_id, line.distance + 1
    from tenants.authority join line on authority.id = line.id
    where authority.parent_id is not null and line.distance < 10
  )
  select id, distance from line
  union all
  select authority.id, 11 from tenants.authority
  where host = '' and not exists (select from line where line.id = authority.id)
$function$;

CREATE OR REPLACE FUNCTION tenants.line_below(tenant uuid)
 RETURNS TABLE(authority_id uuid, distance integer)
 LANGUAGE sql
 STABLE
AS $function$
  with recursive line (id, distance) as (
    select tenant, 0
    union all
    select authority.id, line.distance + 1
    from tenants.authority join line on authority.parent_id = line.id
    where line.distance < 10
  )
  select id, distance from line
  union all
  select authority.id, 11 from tenants.authority
  where exists (select from tenants.authority as top where top.id = tenant and top.kind = 'installation')
    and not exists (select from line where line.id = authority.id)
$function$;

CREATE OR REPLACE FUNCTION tenants.tell_pages_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('public_pages', '');
  return null;
end
$function$;

create table tenants.authority (
  id uuid not null,
  parent_id uuid,
  kind text not null,
  ars text,
  ags text,
  slug text not null,
  host text,
  name text not null,
  short_name text not null,
  accent_colour text not null,
  crest_svg text not null,
  contact jsonb not null,
  enabled boolean not null default true,
  updated_at timestamp with time zone not null default now(),
  constraint authority_accent_colour_check CHECK ((accent_colour ~ '^#[0-9a-f]{6}$'::text)),
  constraint authority_ags_check CHECK ((ags ~ '^([0-9]{2}|[0-9]{5}|[0-9]{8})$'::text)),
  constraint authority_ags_key UNIQUE (ags),
  constraint authority_ars_check CHECK ((ars ~ '^([0-9]{9}|[0-9]{12})$'::text)),
  constraint authority_check CHECK (((kind = 'installation'::text) = ((host IS NOT NULL) AND (host = ''::text)))),
  constraint authority_check1 CHECK (((kind = 'installation'::text) = (ars IS NULL))),
  constraint authority_company_check CHECK (((kind <> 'company'::text) OR (parent_id IS NOT NULL))),
  constraint authority_host_check CHECK ((host ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)?$'::text)),
  constraint authority_host_key UNIQUE (host),
  constraint authority_kind_check CHECK ((kind = ANY (ARRAY['installation'::text, 'land'::text, 'kreis'::text, 'amt'::text, 'stadt'::text, 'gemeinde'::text, 'company'::text]))),
  constraint authority_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES tenants.authority(id),
  constraint authority_pkey PRIMARY KEY (id),
  constraint authority_slug_key UNIQUE (slug)
);
CREATE UNIQUE INDEX authority_ars ON tenants.authority USING btree (ars) WHERE (kind <> 'company'::text);
CREATE INDEX authority_children ON tenants.authority USING btree (parent_id);
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON tenants.authority FOR EACH STATEMENT EXECUTE FUNCTION tenants.tell_pages_changed();

create table tenants.commune (
  ars text not null,
  valid_from date not null,
  valid_until date,
  name text not null,
  kind smallint not null,
  county text not null,
  association text not null,
  association_kind smallint,
  postcode text,
  area_hectares integer not null,
  population integer not null,
  successor_ars text,
  constraint commune_ars_check CHECK ((ars ~ '^[0-9]{12}$'::text)),
  constraint commune_association_kind_check CHECK (((association_kind >= 50) AND (association_kind <= 59))),
  constraint commune_check CHECK ((valid_until > valid_from)),
  constraint commune_check1 CHECK (((successor_ars IS NULL) OR (valid_until IS NOT NULL))),
  constraint commune_kind_check CHECK (((kind >= 60) AND (kind <= 67))),
  constraint commune_pkey PRIMARY KEY (ars, valid_from),
  constraint commune_postcode_check CHECK ((postcode ~ '^[0-9]{5}$'::text)),
  constraint commune_successor_ars_check CHECK ((successor_ars ~ '^[0-9]{12}$'::text))
);
CREATE UNIQUE INDEX commune_that_holds ON tenants.commune USING btree (ars) WHERE (valid_until IS NULL);
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON tenants.commune FOR EACH STATEMENT EXECUTE FUNCTION tenants.tell_pages_changed();

create table tenants.former_office (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  slug text not null,
  name text not null,
  successor_slug text,
  gone_at timestamp with time zone not null,
  constraint former_office_pkey PRIMARY KEY (tenant_id, slug)
);
create policy tenant on tenants.former_office for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table tenants.former_office enable row level security;
alter table tenants.former_office force row level security;

create table tenants.office (
  tenant_id uuid not null,
  slug text not null,
  position integer not null,
  name text not null,
  tasks text not null,
  street text not null,
  postcode text not null,
  town text not null,
  phone text not null,
  email text not null,
  opening_hours jsonb not null,
  note text,
  authority text,
  part_of text,
  accessibility text,
  transport text,
  latitude double precision,
  longitude double precision,
  special_days jsonb not null default '[]'::jsonb,
  constraint office_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint office_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint office_pkey PRIMARY KEY (tenant_id, slug),
  constraint office_position_check CHECK (((latitude IS NULL) = (longitude IS NULL))),
  constraint office_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants.authority(id)
);
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON tenants.office FOR EACH STATEMENT EXECUTE FUNCTION tenants.tell_pages_changed();

create table tenants.place (
  ars text not null,
  name text not null,
  postcodes text[] not null,
  administered_by uuid,
  population integer not null,
  latitude double precision,
  longitude double precision,
  version text,
  county text,
  constraint place_administered_by_fkey FOREIGN KEY (administered_by) REFERENCES tenants.authority(id),
  constraint place_ars_check CHECK ((ars ~ '^[0-9]{12}$'::text)),
  constraint place_is_somewhere CHECK ((((latitude IS NULL) AND (longitude IS NULL)) OR (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)) AND ((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))))),
  constraint place_pkey PRIMARY KEY (ars)
);
CREATE INDEX place_administration ON tenants.place USING btree (administered_by);
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON tenants.place FOR EACH STATEMENT EXECUTE FUNCTION tenants.tell_pages_changed();

create table tenants.place_search (
  key text not null,
  ars text not null,
  name text not null,
  constraint place_search_ars_fkey FOREIGN KEY (ars) REFERENCES tenants.place(ars) ON DELETE CASCADE,
  constraint place_search_pkey PRIMARY KEY (key, ars, name)
);
CREATE INDEX place_search_of_place ON tenants.place_search USING btree (ars);

create table tenants.register_state (
  only_one boolean not null default true,
  as_of date not null,
  imported_at timestamp with time zone not null,
  constraint register_state_only_one_check CHECK (only_one),
  constraint register_state_pkey PRIMARY KEY (only_one)
);

create table tenants.street (
  ars text not null,
  town text not null,
  name text not null,
  postcodes text[] not null,
  trigrams text[] not null,
  constraint street_ars_check CHECK ((ars ~ '^[0-9]{12}$'::text)),
  constraint street_pkey PRIMARY KEY (ars, town, name)
);
CREATE INDEX street_postcodes ON tenants.street USING gin (postcodes);

create schema throttle;

create table throttle.attempt (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  key bytea not null,
  attempts integer not null,
  last_attempt_at timestamp with time zone not null,
  blocked_until timestamp with time zone,
  constraint throttle_pkey PRIMARY KEY (tenant_id, key)
);
CREATE INDEX throttle_oldest ON throttle.attempt USING btree (tenant_id, last_attempt_at);
create policy tenant on throttle.attempt for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table throttle.attempt enable row level security;
alter table throttle.attempt force row level security;

create schema vorgaenge;

CREATE OR REPLACE FUNCTION vorgaenge.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;

create table vorgaenge.arrival (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  vorgang_id uuid not null,
  position integer not null,
  source text not null,
  from_tenant_id uuid,
  from_name text not null,
  trail text[] not null,
  at timestamp with time zone not null,
  is_call_back boolean not null default false,
  note bytea,
  constraint arrival_pkey PRIMARY KEY (tenant_id, id),
  constraint arrival_source_check CHECK ((source = ANY (ARRAY['handed-over'::text, 'fit-connect'::text]))),
  constraint arrival_tenant_id_vorgang_id_fkey FOREIGN KEY (tenant_id, vorgang_id) REFERENCES vorgaenge.vorgang(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX arrival_vorgang ON vorgaenge.arrival USING btree (tenant_id, vorgang_id, "position");
create policy tenant on vorgaenge.arrival for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.arrival enable row level security;
alter table vorgaenge.arrival force row level security;

create table vorgaenge.batch (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  staff_id uuid not null,
  action text not null,
  target text not null,
  note bytea,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint batch_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX batch_staff ON vorgaenge.batch USING btree (tenant_id, staff_id, created_at);
create policy tenant on vorgaenge.batch for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.batch enable row level security;
alter table vorgaenge.batch force row level security;

create table vorgaenge.batch_item (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  batch_id uuid not null,
  place integer not null,
  vorgang_id uuid not null,
  reference text not null,
  expected_position integer not null,
  result text,
  constraint batch_item_pkey PRIMARY KEY (tenant_id, batch_id, place),
  constraint batch_item_tenant_id_batch_id_fkey FOREIGN KEY (tenant_id, batch_id) REFERENCES vorgaenge.batch(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX batch_item_waiting ON vorgaenge.batch_item USING btree (tenant_id, batch_id, place) WHERE (result IS NULL);
create policy tenant on vorgaenge.batch_item for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.batch_item enable row level security;
alter table vorgaenge.batch_item force row level security;

create table vorgaenge.clock_rule (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_slug text not null,
  target_days integer,
  period_count integer,
  period_unit text,
  legal_basis text not null,
  approves_by_silence boolean not null,
  on_question text not null,
  warning_days integer not null,
  land text not null,
  changed_at timestamp with time zone not null,
  constraint clock_rule_check CHECK (((period_count IS NULL) = (period_unit IS NULL))),
  constraint clock_rule_check1 CHECK (((period_count IS NOT NULL) OR (NOT approves_by_silence))),
  constraint clock_rule_on_question_check CHECK ((on_question = ANY (ARRAY['runs-on'::text, 'stops'::text, 'restarts'::text]))),
  constraint clock_rule_period_count_check CHECK (((period_count >= 1) AND (period_count <= 365))),
  constraint clock_rule_period_unit_check CHECK ((period_unit = ANY (ARRAY['days'::text, 'weeks'::text, 'months'::text]))),
  constraint clock_rule_pkey PRIMARY KEY (tenant_id, leistung_slug),
  constraint clock_rule_target_days_check CHECK (((target_days >= 0) AND (target_days <= 500))),
  constraint clock_rule_warning_days_check CHECK (((warning_days >= 0) AND (warning_days <= 60)))
);
create policy tenant on vorgaenge.clock_rule for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.clock_rule enable row level security;
alter table vorgaenge.clock_rule force row level security;

create table vorgaenge.correction_request (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  vorgang_id uuid not null,
  position integer not null,
  items bytea not null,
  answer_by text,
  answered_position integer,
  constraint correction_request_answer_by_check CHECK ((answer_by ~ '^\d{4}-\d\d-\d\d$'::text)),
  constraint correction_request_pkey PRIMARY KEY (tenant_id, id),
  constraint correction_request_tenant_id_vorgang_id_answered_position_fkey FOREIGN KEY (tenant_id, vorgang_id, answered_position) REFERENCES vorgaenge.event(tenant_id, vorgang_id, "position"),
  constraint correction_request_tenant_id_vorgang_id_position_fkey FOREIGN KEY (tenant_id, vorgang_id, "position") REFERENCES vorgaenge.event(tenant_id, vorgang_id, "position")
);
CREATE UNIQUE INDEX correction_request_of_event ON vorgaenge.correction_request USING btree (tenant_id, vorgang_id, "position");
create policy tenant on vorgaenge.correction_request for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.correction_request enable row level security;
alter table vorgaenge.correction_request force row level security;

create table vorgaenge.due_notice (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  staff_id uuid not null,
  day date not null,
  constraint due_notice_pkey PRIMARY KEY (tenant_id, staff_id, day)
);
create policy tenant on vorgaenge.due_notice for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.due_notice enable row level security;
alter table vorgaenge.due_notice force row level security;

create table vorgaenge.event (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  vorgang_id uuid not null,
  position integer not null,
  kind text not null,
  outcome text,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  note bytea,
  assignee_id uuid,
  team_id uuid,
  until_day text,
  constraint event_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['guest'::text, 'citizen'::text, 'staff'::text, 'system'::text]))),
  constraint event_assignee_check CHECK (((kind = 'assigned'::text) = (assignee_id IS NOT NULL))),
  constraint event_check CHECK (((kind = 'decided'::text) = (outcome IS NOT NULL))),
  constraint event_extension_check CHECK (((kind = 'period-extended'::text) = (until_day IS NOT NULL))),
  constraint event_kind_check CHECK ((kind = ANY (ARRAY['received'::text, 'taken-into-work'::text, 'question-asked'::text, 'answered'::text, 'decided'::text, 'withdrawn'::text, 'handed-over'::text, 'returned'::text, 'closed'::text, 'reopened'::text, 'note-to-applicant'::text, 'note-from-applicant'::text, 'assigned'::text, 'unassigned'::text, 'moved-to-team'::text, 'period-stopped'::text, 'period-continued'::text, 'period-restarted'::text, 'period-extended'::text]))),
  constraint event_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'partly'::text, 'refused'::text, 'no-decision'::text, 'granted-by-silence'::text]))),
  constraint event_pkey PRIMARY KEY (tenant_id, vorgang_id, "position"),
  constraint event_position_check CHECK (("position" >= 1)),
  constraint event_team_check CHECK (((kind = 'moved-to-team'::text) = (team_id IS NOT NULL))),
  constraint event_tenant_id_vorgang_id_fkey FOREIGN KEY (tenant_id, vorgang_id) REFERENCES vorgaenge.vorgang(tenant_id, id),
  constraint event_until_day_check CHECK ((until_day ~ '^\d{4}-\d\d-\d\d$'::text))
);
create policy tenant on vorgaenge.event for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.event enable row level security;
alter table vorgaenge.event force row level security;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON vorgaenge.event FOR EACH ROW EXECUTE FUNCTION vorgaenge.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON vorgaenge.event FOR EACH STATEMENT EXECUTE FUNCTION vorgaenge.refuse_change();

create table vorgaenge.hand_over (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  vorgang_id uuid not null,
  position integer not null,
  to_tenant_id uuid not null,
  to_name text not null,
  at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint hand_over_pkey PRIMARY KEY (tenant_id, id),
  constraint hand_over_tenant_id_vorgang_id_fkey FOREIGN KEY (tenant_id, vorgang_id) REFERENCES vorgaenge.vorgang(tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX hand_over_one ON vorgaenge.hand_over USING btree (tenant_id, vorgang_id) WHERE (ended_at IS NULL);
CREATE INDEX hand_over_vorgang ON vorgaenge.hand_over USING btree (tenant_id, vorgang_id, "position");
create policy tenant on vorgaenge.hand_over for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.hand_over enable row level security;
alter table vorgaenge.hand_over force row level security;

create table vorgaenge.internal_note (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  vorgang_id uuid not null,
  author_id uuid not null,
  at timestamp with time zone not null,
  text bytea not null,
  constraint internal_note_pkey PRIMARY KEY (tenant_id, id),
  constraint internal_note_tenant_id_vorgang_id_fkey FOREIGN KEY (tenant_id, vorgang_id) REFERENCES vorgaenge.vorgang(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX internal_note_vorgang ON vorgaenge.internal_note USING btree (tenant_id, vorgang_id, at, id);
create policy tenant on vorgaenge.internal_note for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.internal_note enable row level security;
alter table vorgaenge.internal_note force row level security;

create table vorgaenge.label (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  name text not null,
  colour text not null,
  created_at timestamp with time zone not null,
  constraint label_colour_check CHECK ((colour = ANY (ARRAY['grey'::text, 'blue'::text, 'green'::text, 'yellow'::text, 'red'::text, 'violet'::text]))),
  constraint label_name_check CHECK ((name <> ''::text)),
  constraint label_pkey PRIMARY KEY (tenant_id, id),
  constraint label_tenant_id_name_key UNIQUE (tenant_id, name)
);
create policy tenant on vorgaenge.label for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.label enable row level security;
alter table vorgaenge.label force row level security;

create table vorgaenge.link (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null,
  created_at timestamp with time zone not null,
  constraint link_check CHECK ((from_id <> to_id)),
  constraint link_kind_check CHECK ((kind = ANY (ARRAY['belongs-to'::text, 'follows'::text, 'duplicate-of'::text]))),
  constraint link_pkey PRIMARY KEY (tenant_id, from_id, to_id),
  constraint link_tenant_id_from_id_fkey FOREIGN KEY (tenant_id, from_id) REFERENCES vorgaenge.vorgang(tenant_id, id) ON DELETE CASCADE,
  constraint link_tenant_id_to_id_fkey FOREIGN KEY (tenant_id, to_id) REFERENCES vorgaenge.vorgang(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX link_to ON vorgaenge.link USING btree (tenant_id, to_id, from_id);
create policy tenant on vorgaenge.link for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.link enable row level security;
alter table vorgaenge.link force row level security;

create table vorgaenge.opinion (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  vorgang_id uuid not null,
  asked_tenant_id uuid not null,
  asked_team_id uuid,
  asked_staff_id uuid,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  due_day date not null,
  sections integer[] not null,
  file_ids uuid[] not null,
  question bytea not null,
  answer bytea,
  answered_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint opinion_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint opinion_check1 CHECK (((answered_at IS NULL) OR (withdrawn_at IS NULL))),
  constraint opinion_check2 CHECK (((asked_team_id IS NULL) OR (asked_staff_id IS NULL))),
  constraint opinion_pkey PRIMARY KEY (tenant_id, id),
  constraint opinion_tenant_id_vorgang_id_fkey FOREIGN KEY (tenant_id, vorgang_id) REFERENCES vorgaenge.vorgang(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX opinion_vorgang ON vorgaenge.opinion USING btree (tenant_id, vorgang_id, asked_at);
create policy tenant on vorgaenge.opinion for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.opinion enable row level security;
alter table vorgaenge.opinion force row level security;

create table vorgaenge.opinion_file (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  file_id uuid not null,
  opinion_id uuid not null,
  position integer not null,
  filename bytea not null,
  media_type text not null,
  size_bytes integer not null,
  sha256 text not null,
  scan text not null,
  added_at timestamp with time zone not null,
  constraint opinion_file_pkey PRIMARY KEY (tenant_id, file_id),
  constraint opinion_file_scan_check CHECK ((scan = ANY (ARRAY['clean'::text, 'unscanned'::text]))),
  constraint opinion_file_size_bytes_check CHECK ((size_bytes > 0)),
  constraint opinion_file_tenant_id_opinion_id_fkey FOREIGN KEY (tenant_id, opinion_id) REFERENCES vorgaenge.opinion(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX opinion_file_of_opinion ON vorgaenge.opinion_file USING btree (tenant_id, opinion_id, "position");
create policy tenant on vorgaenge.opinion_file for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.opinion_file enable row level security;
alter table vorgaenge.opinion_file force row level security;

create table vorgaenge.opinion_request (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  from_tenant_id uuid not null,
  team_id uuid,
  staff_id uuid,
  leistung_title text not null,
  asked_at timestamp with time zone not null,
  due_day date not null,
  ended_at timestamp with time zone,
  constraint opinion_request_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX opinion_request_open ON vorgaenge.opinion_request USING btree (tenant_id, due_day, id) WHERE (ended_at IS NULL);
create policy tenant on vorgaenge.opinion_request for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.opinion_request enable row level security;
alter table vorgaenge.opinion_request force row level security;

create table vorgaenge.queue_layout (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  staff_id uuid not null,
  columns text[] not null,
  has_shortcuts boolean not null,
  constraint queue_layout_pkey PRIMARY KEY (tenant_id, staff_id)
);
create policy tenant on vorgaenge.queue_layout for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.queue_layout enable row level security;
alter table vorgaenge.queue_layout force row level security;

create table vorgaenge.read_mark (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  staff_id uuid not null,
  vorgang_id uuid not null,
  position integer not null,
  constraint read_mark_pkey PRIMARY KEY (tenant_id, staff_id, vorgang_id) INCLUDE ("position"),
  constraint read_mark_tenant_id_vorgang_id_fkey FOREIGN KEY (tenant_id, vorgang_id) REFERENCES vorgaenge.vorgang(tenant_id, id)
);
create policy tenant on vorgaenge.read_mark for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.read_mark enable row level security;
alter table vorgaenge.read_mark force row level security;

create table vorgaenge.saved_view (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  owner_id uuid not null,
  team_id uuid,
  name text not null,
  query text not null,
  created_at timestamp with time zone not null,
  constraint saved_view_name_check CHECK ((name <> ''::text)),
  constraint saved_view_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX saved_view_owner ON vorgaenge.saved_view USING btree (tenant_id, owner_id);
CREATE INDEX saved_view_team ON vorgaenge.saved_view USING btree (tenant_id, team_id) WHERE (team_id IS NOT NULL);
create policy tenant on vorgaenge.saved_view for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.saved_view enable row level security;
alter table vorgaenge.saved_view force row level security;

create table vorgaenge.search_word (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  vorgang_id uuid not null,
  word bigint not null,
  constraint search_word_pkey PRIMARY KEY (tenant_id, vorgang_id, word),
  constraint search_word_tenant_id_vorgang_id_fkey FOREIGN KEY (tenant_id, vorgang_id) REFERENCES vorgaenge.vorgang(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX search_word_word ON vorgaenge.search_word USING btree (tenant_id, word, vorgang_id);
create policy tenant on vorgaenge.search_word for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.search_word enable row level security;
alter table vorgaenge.search_word force row level security;

create table vorgaenge.similar_period (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_slug text not null,
  days integer not null,
  constraint similar_period_days_check CHECK (((days >= 0) AND (days <= 3650))),
  constraint similar_period_pkey PRIMARY KEY (tenant_id, leistung_slug)
);
create policy tenant on vorgaenge.similar_period for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.similar_period enable row level security;
alter table vorgaenge.similar_period force row level security;

create table vorgaenge.staff_notice (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  staff_id uuid not null,
  subject_id uuid not null,
  vorgang_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  seen_at timestamp with time zone,
  constraint staff_notice_kind_check CHECK ((kind = ANY (ARRAY['mentioned'::text, 'opinion-given'::text, 'withdrawn'::text]))),
  constraint staff_notice_pkey PRIMARY KEY (tenant_id, staff_id, subject_id),
  constraint staff_notice_tenant_id_vorgang_id_fkey FOREIGN KEY (tenant_id, vorgang_id) REFERENCES vorgaenge.vorgang(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX staff_notice_new ON vorgaenge.staff_notice USING btree (tenant_id, staff_id, at) WHERE (seen_at IS NULL);
CREATE INDEX staff_notice_vorgang ON vorgaenge.staff_notice USING btree (tenant_id, vorgang_id, subject_id);
create policy tenant on vorgaenge.staff_notice for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.staff_notice enable row level security;
alter table vorgaenge.staff_notice force row level security;

create table vorgaenge.state_name (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_slug text not null,
  state text not null,
  name text not null,
  name_en text,
  constraint state_name_name_check CHECK ((name <> ''::text)),
  constraint state_name_name_en_check CHECK ((name_en <> ''::text)),
  constraint state_name_pkey PRIMARY KEY (tenant_id, leistung_slug, state),
  constraint state_name_state_check CHECK ((state = ANY (ARRAY['received'::text, 'in-progress'::text, 'question'::text, 'decided'::text, 'withdrawn'::text, 'handed-over'::text, 'closed'::text])))
);
create policy tenant on vorgaenge.state_name for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.state_name enable row level security;
alter table vorgaenge.state_name force row level security;

create table vorgaenge.usual_duration (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  leistung_slug text not null,
  cases integer not null,
  fast_days integer not null,
  middle_days integer not null,
  slow_days integer not null,
  computed_at timestamp with time zone not null,
  constraint usual_duration_pkey PRIMARY KEY (tenant_id, leistung_slug)
);
create policy tenant on vorgaenge.usual_duration for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.usual_duration enable row level security;
alter table vorgaenge.usual_duration force row level security;

create table vorgaenge.vorgang (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  submission_id uuid not null,
  reference text not null,
  leistung_slug text not null,
  leistung_title text not null,
  received_at timestamp with time zone not null,
  state text not null,
  state_since timestamp with time zone not null,
  last_position integer not null,
  assignee_id uuid,
  team_id uuid,
  search_version smallint not null default 0,
  changed_at timestamp with time zone not null default now(),
  due_on text,
  handed_to uuid,
  arrived_from text,
  constraint vorgang_due_on_check CHECK ((due_on ~ '^\d{4}-\d\d-\d\d$'::text)),
  constraint vorgang_pkey PRIMARY KEY (tenant_id, id),
  constraint vorgang_state_check CHECK ((state = ANY (ARRAY['received'::text, 'in-progress'::text, 'question'::text, 'decided'::text, 'withdrawn'::text, 'handed-over'::text, 'closed'::text]))),
  constraint vorgang_tenant_id_submission_id_key UNIQUE (tenant_id, submission_id)
);
CREATE INDEX vorgang_assignee ON vorgaenge.vorgang USING btree (tenant_id, assignee_id, state, received_at, id) INCLUDE (leistung_slug, team_id, last_position);
CREATE INDEX vorgang_changed ON vorgaenge.vorgang USING btree (tenant_id, changed_at);
CREATE INDEX vorgang_due ON vorgaenge.vorgang USING btree (tenant_id, due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX vorgang_due_order ON vorgaenge.vorgang USING btree (tenant_id, state, COALESCE(due_on, '9999-12-31'::text), id);
CREATE INDEX vorgang_ended ON vorgaenge.vorgang USING btree (tenant_id, leistung_slug, state_since, id) WHERE (state = ANY (ARRAY['closed'::text, 'withdrawn'::text, 'handed-over'::text]));
CREATE INDEX vorgang_leistung ON vorgaenge.vorgang USING btree (tenant_id, leistung_slug, state, received_at, id) INCLUDE (assignee_id, team_id, last_position);
CREATE INDEX vorgang_queue ON vorgaenge.vorgang USING btree (tenant_id, state, received_at, id) INCLUDE (leistung_slug, assignee_id, team_id, last_position);
CREATE INDEX vorgang_reference ON vorgaenge.vorgang USING btree (tenant_id, reference text_pattern_ops);
CREATE INDEX vorgang_since ON vorgaenge.vorgang USING btree (tenant_id, state, state_since, id) INCLUDE (leistung_slug, assignee_id, team_id, last_position);
CREATE INDEX vorgang_team ON vorgaenge.vorgang USING btree (tenant_id, team_id, state, received_at, id) INCLUDE (leistung_slug, assignee_id, last_position) WHERE (team_id IS NOT NULL);
CREATE INDEX vorgang_unindexed ON vorgaenge.vorgang USING btree (tenant_id, id) WHERE (search_version = 0);
create policy tenant on vorgaenge.vorgang for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.vorgang enable row level security;
alter table vorgaenge.vorgang force row level security;

create table vorgaenge.vorgang_label (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  vorgang_id uuid not null,
  label_id uuid not null,
  constraint vorgang_label_pkey PRIMARY KEY (tenant_id, vorgang_id, label_id),
  constraint vorgang_label_tenant_id_label_id_fkey FOREIGN KEY (tenant_id, label_id) REFERENCES vorgaenge.label(tenant_id, id) ON DELETE CASCADE,
  constraint vorgang_label_tenant_id_vorgang_id_fkey FOREIGN KEY (tenant_id, vorgang_id) REFERENCES vorgaenge.vorgang(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX vorgang_label_label ON vorgaenge.vorgang_label USING btree (tenant_id, label_id, vorgang_id);
create policy tenant on vorgaenge.vorgang_label for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table vorgaenge.vorgang_label enable row level security;
alter table vorgaenge.vorgang_label force row level security;

create schema zustaendigkeit;

create table zustaendigkeit.rule (
  tenant_id uuid not null default (current_setting('app.tenant_id'::text))::uuid,
  id uuid not null,
  leistung_slug text not null,
  position integer not null,
  name text not null,
  conditions jsonb not null,
  to_tenant_id uuid,
  office_slug text,
  team_id uuid,
  destination_id uuid,
  valid_from date not null,
  valid_until date,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint rule_check CHECK ((valid_until >= valid_from)),
  constraint rule_check1 CHECK (((to_tenant_id IS NULL) OR ((to_tenant_id <> tenant_id) AND (office_slug IS NULL) AND (team_id IS NULL) AND (destination_id IS NULL)))),
  constraint rule_check2 CHECK (((to_tenant_id IS NOT NULL) OR (office_slug IS NOT NULL) OR (team_id IS NOT NULL) OR (destination_id IS NOT NULL))),
  constraint rule_leistung_slug_check CHECK ((leistung_slug <> ''::text)),
  constraint rule_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint rule_pkey PRIMARY KEY (tenant_id, id),
  constraint rule_position_check CHECK (("position" > 0)),
  constraint rule_to_tenant_id_fkey FOREIGN KEY (to_tenant_id) REFERENCES tenants.authority(id)
);
CREATE INDEX rule_of_leistung ON zustaendigkeit.rule USING btree (tenant_id, leistung_slug, "position");
create policy tenant on zustaendigkeit.rule for all using ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));
alter table zustaendigkeit.rule enable row level security;
alter table zustaendigkeit.rule force row level security;
CREATE TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE ON zustaendigkeit.rule FOR EACH STATEMENT EXECUTE FUNCTION tenants.tell_pages_changed();
