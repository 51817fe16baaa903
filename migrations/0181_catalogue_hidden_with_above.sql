-- A Leistung with parts of the authority's own, of one that an authority above offers: hidden because that one is not shown there any more.

alter table catalogue.inherited add column hidden_with_above boolean not null default false;
