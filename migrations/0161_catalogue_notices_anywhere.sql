-- Notices in English as well, on more pages than the first one, and those of a county in the portals of its communes.

alter table catalogue.notice
  add column title_en text,
  add column body_en text,
  add column shown_on text not null default 'home',
  add column in_communes boolean not null default false,
  add constraint notice_english_check check ((title_en is null) = (body_en is null)),
  add constraint notice_shown_on_check check (shown_on in ('home', 'leistungen', 'account', 'everywhere'));
