-- The office that the rules of the authority chose when the application was sent; null: the one of the Leistung. Rules change, what the applicant was told stays.
alter table submissions.submission add column office_slug text
  constraint submission_office_slug_length check (length(office_slug) <= 200);
