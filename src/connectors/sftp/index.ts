export { createSftpConnector } from "./connector.ts";
