-- All Vorgänge of an authority, the latest first: without it each page of that list sorted every Vorgang there ever was.
create index vorgang_newest on vorgaenge.vorgang (tenant_id, received_at, id);
