export { tidyContactJob } from "./domain/contact-jobs.ts";
export { contactMails } from "./i18n/mail-texts.ts";
