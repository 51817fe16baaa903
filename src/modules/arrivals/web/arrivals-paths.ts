/** Where it is set up from where applications of other portals come. */
export const sourcesPath = "/verwaltung/eingaenge";

export const sourcePath = (id: string) => `${sourcesPath}/${id}`;

/** Where a service outside rings. */
export const callPath = (id: string) => `/schnittstelle/eingaenge/${id}`;
