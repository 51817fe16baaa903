export { unknownStateMail } from "./i18n/mail-texts.ts";
export { removeReported } from "./use-cases/reported-states.ts";
export { reportedSections } from "./web/vorgang-section.ts";
