-- Whoever came with an Organisationskonto belongs to the organisation for as long as they come with it again from time to time: a company
-- takes people out of its account there, and tells nobody.

alter table representation.membership
  -- when an Organisationskonto last said so; null: an owner here did
  add column confirmed_at timestamptz;
