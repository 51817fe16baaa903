/** After two accounts became one, or one was deleted: what the portals keep follows. */
export const portalsFollowJob = "accounts.portals-follow";

/** Accounts nobody uses are told of and removed, outdated sessions and links go. */
export const tidyAccountsJob = "accounts.tidy";
