export { checkLinksJob } from "./domain/check-links-job.ts";
export { brokenLinksMail } from "./i18n/mail-texts.ts";
export { countBrokenLinks } from "./use-cases/read-link-report.ts";
