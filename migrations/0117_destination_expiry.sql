-- What a destination is reached with can end, such as the certificate of a mailbox: when, and how urgently somebody was told of it.
alter table delivery.destination
  add column expires_at timestamptz,
  add column expiry_told text check (expiry_told in ('month', 'week', 'expired'));
