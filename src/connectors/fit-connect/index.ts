export { createFitConnectConnector } from "./connector.ts";
