-- What is sent goes to the database in one go with the end of its transaction, so nobody is there to look whether its draft could be sent: the
-- statement that would have turned it into a submission fails by itself.
create function submissions.refuse_sending() returns uuid language plpgsql as $$
begin
  raise exception 'the draft is not there to be sent: it was sent, saved or removed meanwhile, or has a file with malware'
    using errcode = 'OR001';
end
$$;
