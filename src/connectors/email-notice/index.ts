export { createEmailNoticeConnector } from "./connector.ts";
export { emailNoticeMails } from "./i18n/mail-texts.ts";
