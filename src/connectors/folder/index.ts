export { createFolderConnector } from "./connector.ts";
