-- breaking: a column gets the word of the glossary. Stop all processes of the version before, then start the new ones.
alter table accounts.identity rename column mailbox to postfach_handle;
