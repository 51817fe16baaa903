-- Who registers in the middle of something comes back to it by the link of the mail. Checked before it is stored.
alter table accounts.email_token add column return_path text
  constraint email_token_return_path_check check (return_path like '/%' and length(return_path) <= 300);
