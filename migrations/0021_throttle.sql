-- Attempts are counted alike for staff and citizens: the table is a base service's.

create schema throttle;
alter table staff.throttle rename to attempt;
alter table staff.attempt set schema throttle;
