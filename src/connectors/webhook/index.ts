export { createWebhookConnector } from "./connector.ts";
export { verifySignature } from "./signature.ts";
