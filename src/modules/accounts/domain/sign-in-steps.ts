/** Pages of the account that a sign-in may lead to before it goes on. */
export const signInSteps = {
  /** Shows what merging two accounts means, and asks. */
  merge: "/konto/zusammenfuehren",
  /** Asks for an e-mail address; `returnPath` follows, with or without one. */
  address: (returnPath: string) =>
    `/konto/sicherheit/adresse?weiter=${encodeURIComponent(returnPath)}`,
} as const;
