export { unknownStateMail } from "./i18n/mail-texts.ts";
export { listAllClients } from "./use-cases/list-all-clients.ts";
export { listPrograms } from "./use-cases/list-programs.ts";
export { removeReported } from "./use-cases/reported-states.ts";
export { reportedSections } from "./web/vorgang-section.ts";
