-- What became of a delivery that the other side has accepted: asked for until it is answered, and proven by what is kept here,
-- because the other side deletes.

-- accepted: until then an answer is expected; afterwards a person must know
alter table delivery.delivery add column answer_due_at timestamptz;
create index delivery_to_answer on delivery.delivery (tenant_id, destination_id, answer_due_at) where state = 'accepted';

-- What a connector must know of a delivery after a crash: ids and check sums of the other side, never anything of the application.
create table delivery.connector_note (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  delivery_id uuid not null,
  note jsonb not null,
  written_at timestamptz not null,
  primary key (tenant_id, delivery_id)
);
alter table delivery.connector_note enable row level security;
alter table delivery.connector_note force row level security;
create policy tenant on delivery.connector_note using (tenant_id = current_setting('app.tenant_id')::uuid);

-- Signed events and receipts as they were received. Encrypted: reasons of a refusal can speak of a person.
create table delivery.evidence (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  delivery_id uuid not null,
  evidence_id text not null check (length(evidence_id) between 1 and 200),
  kind text not null check (kind ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  occurred_at timestamptz not null,
  kept_at timestamptz not null,
  content bytea not null,
  primary key (tenant_id, delivery_id, evidence_id)
);
alter table delivery.evidence enable row level security;
alter table delivery.evidence force row level security;
create policy tenant on delivery.evidence using (tenant_id = current_setting('app.tenant_id')::uuid);
