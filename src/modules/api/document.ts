// The document of the interface, for who makes something of it.
export { openApiDocument } from "./web/openapi.ts";
