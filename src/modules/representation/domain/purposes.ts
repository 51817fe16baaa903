/** Purposes that encrypted values are bound to. */
export const purposes = {
  organisation: (id: string) => `representation.organisation:${id}`,
  invitation: (id: string) => `representation.invitation:${id}`,
  mandate: (id: string) => `representation.mandate:${id}`,
  postfach: (membershipId: string) => `representation.postfach:${membershipId}`,
  action: (id: string) => `representation.action:${id}`,
  /** Keyed hash by which an asserted organisation is found again. */
  subject: (source: string) => `representation.subject:${source}`,
} as const;
