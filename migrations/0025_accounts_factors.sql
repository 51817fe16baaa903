-- Passkeys and the other second factor prove no more than the session they were added in: otherwise whoever knows a password could add a factor
-- of their own to an account that was confirmed at the counter, and would be its owner with the level of an ID card.
alter table accounts.account add column totp_assurance_level text not null default 'low' check (totp_assurance_level in ('low', 'substantial'));
alter table accounts.passkey add column assurance_level text not null default 'low' check (assurance_level in ('low', 'substantial'));

-- The factor that was shown for the code is the one that is confirmed at the counter; null: the app with codes.
alter table accounts.counter_code add column passkey_id bytea;

-- What a passkey has to sign (WebAuthn section 13.4.3): each counts once, for minutes, in the browser that asked for it.
create table accounts.passkey_challenge (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  challenge_hash bytea not null,
  -- SHA-256 of the token in a cookie of the browser
  browser_hash bytea not null,
  purpose text not null check (purpose in ('add', 'sign-in', 'confirm')),
  -- null: nobody is signed in yet
  account_id uuid,
  expires_at timestamptz not null,
  primary key (tenant_id, challenge_hash),
  foreign key (tenant_id, account_id) references accounts.account (tenant_id, id) on delete cascade
);
create index passkey_challenge_expiry on accounts.passkey_challenge (tenant_id, expires_at);
create index passkey_challenge_of_account on accounts.passkey_challenge (tenant_id, account_id) where account_id is not null;
alter table accounts.passkey_challenge enable row level security;
alter table accounts.passkey_challenge force row level security;
create policy tenant on accounts.passkey_challenge using (tenant_id = current_setting('app.tenant_id')::uuid);
