export { recordAudit } from "./use-cases/record-audit.ts";
export { verifyAuditChain } from "./use-cases/verify-audit-chain.ts";
export type {
  AuditEntry,
  AuditSubject,
  ChainReport,
  NewAuditEntry,
} from "./domain/entry.ts";
