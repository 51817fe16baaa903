-- The office's own names of states in English, for who reads the portal so; without one the German name is shown.
alter table vorgaenge.state_name add column name_en text check (name_en <> '');
