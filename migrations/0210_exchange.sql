-- breaking: processes of before look for these tables in the schema catalogue; stop them first
-- What comes in from a directory and how it came is the module exchange by now, and a module owns a schema of its name.

create schema exchange;
alter table catalogue.directory_entry set schema exchange;
alter table catalogue.directory_area set schema exchange;
alter table catalogue.import_run set schema exchange;
alter table catalogue.import_record set schema exchange;
alter table catalogue.feed set schema exchange;
