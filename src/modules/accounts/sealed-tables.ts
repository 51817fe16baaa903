import {
  digitsOf,
  type SealedTable,
} from "../../platform/crypto/sealed-table.ts";
import { purposes } from "./domain/identity.ts";
import { passkeyNamePurpose } from "./domain/passkey.ts";
import { totpPurpose } from "./domain/second-factor.ts";

/** What this module keeps encrypted, and as what. */
export const sealedTables: readonly SealedTable[] = [
  {
    table: "accounts.account",
    key: ["id"],
    columns: {
      display_name: purposes.displayName,
      email: purposes.email,
      totp_secret: totpPurpose,
      totp_pending_secret: totpPurpose,
    },
  },
  {
    table: "accounts.consent",
    key: ["id"],
    columns: { label: purposes.consent },
  },
  {
    table: "accounts.email_token",
    key: ["token_hash", "account_id"],
    columns: { email: (_, accountId) => purposes.email(accountId) },
  },
  {
    table: "accounts.identity",
    key: ["id"],
    columns: {
      subject: purposes.subject,
      postfach_handle: purposes.postfachHandle,
    },
  },
  {
    table: "accounts.passkey",
    key: ["credential_id"],
    columns: {
      name: (credentialId) =>
        passkeyNamePurpose(Buffer.from(digitsOf(credentialId), "hex")),
    },
  },
  {
    table: "accounts.profile_value",
    key: ["account_id", "attribute"],
    columns: { value: purposes.value },
  },
  {
    table: "accounts.session",
    key: ["id", "party_id"],
    columns: { party_name: (_, partyId) => purposes.partyName(partyId) },
  },
];
