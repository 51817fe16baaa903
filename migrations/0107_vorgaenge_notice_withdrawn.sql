-- What is withdrawn leaves the list of open ones: whoever works on it is told.
alter table vorgaenge.staff_notice drop constraint staff_notice_kind_check;
alter table vorgaenge.staff_notice add constraint staff_notice_kind_check check (kind in ('mentioned', 'opinion-given', 'withdrawn'));
