/** Addresses of the operator's pages. */
export const operationPaths = {
  console: "/betrieb",
  jobs: "/betrieb/auftraege",
  mails: "/betrieb/mails",
  /** Of the module delivery. */
  deliveries: "/betrieb/zustellungen",
} as const;
