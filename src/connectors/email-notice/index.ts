export { createEmailNoticeConnector } from "./connector.ts";
