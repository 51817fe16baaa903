export type { KeptMail } from "./use-cases/list-mails.ts";
export { listMails } from "./use-cases/list-mails.ts";
