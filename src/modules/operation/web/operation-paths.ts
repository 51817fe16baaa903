/** Addresses of the operator's pages, and of the one for everybody. */
export const operationPaths = {
  status: "/verfuegbarkeit",
  console: "/betrieb",
  jobs: "/betrieb/auftraege",
  mails: "/betrieb/mails",
  /** Of the module delivery. */
  deliveries: "/betrieb/zustellungen",
} as const;
