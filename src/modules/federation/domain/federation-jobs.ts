/** Asks the identity providers whether they answer. Enqueued every hour in the installation's own tenant, and then by itself every minute. */
export const probeProvidersJob = "federation.probe";

/** Removes what has ended. Enqueued as the other one. */
export const cleanUpFederationJob = "federation.clean-up";
