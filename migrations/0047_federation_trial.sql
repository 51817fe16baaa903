-- Whoever sets an identity provider up tries a sign-in, which signs nobody in.

alter table federation.attempt drop constraint attempt_purpose_check;
alter table federation.attempt add constraint attempt_purpose_check
  check (purpose in ('sign-in', 'step-up', 'sign-out', 'trial'));
