/** Where an editor sees what is fetched. */
export const importsPath = "/verwaltung/import";
