export { createWebhookConnector } from "./connector.ts";
