-- Where an Organisationskonto confirmed a membership: the Postfach that the person has there for this organisation, encrypted.
alter table representation.membership add column postfach_handle bytea;
