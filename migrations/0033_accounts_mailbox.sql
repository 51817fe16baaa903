-- Where the federal account delivers: the handle of its mailbox, kept so that notices can be sent there, too.
alter table accounts.identity
  -- encrypted; null: the provider has none
  add column mailbox bytea;
