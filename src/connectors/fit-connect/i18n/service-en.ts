import type { serviceDe } from "./service-de.ts";

export const serviceEn: Readonly<Record<keyof typeof serviceDe, string>> = {
  "option.tokenUrl": "Address for signing in",
  "hint.tokenUrl":
    "It belongs to the environment, for example https://auth-prod.fit-connect.fitko.net/token.",
  "option.submissionApiUrl": "Address of the submission API",
  "hint.submissionApiUrl":
    "For example https://prod.fit-connect.fitko.net/submission-api.",
  "option.clientId": "Id of the API client",
  "option.clientSecret": "Secret of the API client",
};
