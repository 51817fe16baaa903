export { createEmailEncryptedConnector } from "./connector.ts";
