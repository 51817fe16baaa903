export { createPickupConnector } from "./connector.ts";
