/** What an owner is told of; its texts are `mail.<news>.subject` and `mail.<news>.text`. */
export const accountNews = [
  "new-device",
  "password-changed",
  "address-changed",
  "address-refused",
  "identity-linked",
  "identity-unlinked",
  "accounts-merged",
  "account-deleted",
  "passkey-added",
  "passkey-removed",
  "passkey-copied",
  "identity-confirmed",
  "second-factor-on",
  "second-factor-off",
] as const;

export type AccountNews = (typeof accountNews)[number];

/** Kept in the account where there is no confirmed address; what only the deleted account could show is not. */
export const keptNews = [
  ...accountNews.filter((news) => news !== "account-deleted"),
  "removal-announced",
] as const;

export type KeptNews =
  | Exclude<AccountNews, "account-deleted">
  | "removal-announced";
