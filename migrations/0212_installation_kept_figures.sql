-- What takes long to count over the whole installation, as it was counted last, for all processes: one row of each kind, sums only, nothing of any
-- tenant's applications. Whoever finds it too old counts anew.
create table installation.kept_figures (
  name text primary key,
  figures jsonb not null,
  counted_at timestamptz not null
);
