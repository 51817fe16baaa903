export type { AuthorityKind, Portal, PortalContact } from "./domain/portal.ts";
