import {
  digitsOf,
  type SealedTable,
} from "../../platform/crypto/sealed-table.ts";
import { totpPurpose } from "./domain/member.ts";
import { directorySecretPurpose } from "./use-cases/directory-settings.ts";
import { attemptPurpose } from "./use-cases/sign-in-by-directory.ts";

/** What this module keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: "staff.directory",
    key: ["tenant_id"],
    columns: { client_secret: () => directorySecretPurpose },
  },
  {
    table: "staff.directory_attempt",
    key: ["state_hash"],
    columns: {
      secrets: (stateHash) =>
        attemptPurpose(Buffer.from(digitsOf(stateHash), "hex")),
    },
  },
  {
    table: "staff.member",
    key: ["id"],
    columns: { totp_secret: totpPurpose, totp_pending_secret: totpPurpose },
  },
];
