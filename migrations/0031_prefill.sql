-- Filling in forms from the Servicekonto, only where its owner agreed.

-- encrypted: what was agreed to, in the words it was asked with; null for consents to something else
alter table accounts.consent add column label bytea;
create index consent_of_account on accounts.consent (tenant_id, account_id, granted_at);

-- encrypted: what the applicant answered about their own data, and which values the account has replaced; null before anything of it
alter table submissions.draft add column own_data bytea;
-- encrypted: which values came from the account, who had confirmed them, how sure that is, and when
alter table submissions.submission add column own_data bytea;
