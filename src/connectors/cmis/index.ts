export { createCmisConnector } from "./connector.ts";
