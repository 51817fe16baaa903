/** Name of the cookie with the token of a citizen's session: the sign-in sets it, the frame reads it. */
export const accountCookie = "konto";
