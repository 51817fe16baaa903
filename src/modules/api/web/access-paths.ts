/** Where administrators set destinations up. */
export const destinationAdminPath = "/verwaltung/ziele";

/** The way back of one destination. */
export const accessPath = (destinationId: string) =>
  `${destinationAdminPath}/${destinationId}/zugaenge`;
