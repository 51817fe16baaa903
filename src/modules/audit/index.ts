export { compareSeals } from "./use-cases/compare-seals.ts";
export { exportSeals } from "./use-cases/export-seals.ts";
export { findLastEntry } from "./use-cases/find-last-entry.ts";
export { listAccesses, type Access } from "./use-cases/list-accesses.ts";
export { recordAudit } from "./use-cases/record-audit.ts";
export { verifyAuditChain } from "./use-cases/verify-audit-chain.ts";
export { sealLogJob } from "./domain/jobs.ts";
export { sealPurpose } from "./domain/seal.ts";
export type { AuditPorts } from "./ports.ts";
export type { AuditDetails } from "./domain/details.ts";
export type {
  AuditEntry,
  AuditSubject,
  ChainReport,
  NewAuditEntry,
} from "./domain/entry.ts";
