/** Name of the cookie with the token of a caseworker's session: the sign-in sets it, the frame reads it. */
export const staffCookie = "arbeitsplatz";
