export { createFitConnectConnector } from "./connector.ts";
export { createFitConnectInbox } from "./receive/inbox.ts";
export { schemaViolation } from "./receive/problems.ts";
