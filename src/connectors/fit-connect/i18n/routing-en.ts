import type { routingDe } from "./routing-de.ts";

export const routingEn: Record<keyof typeof routingDe, string> = {
  title: "Find a Zustellpunkt",
  about:
    "The routing service of FIT-Connect knows which authority takes a service for a place. Whether an answer is genuine we check by its signature.",
  "option.leikaKey": "Leistungsschlüssel (key of the service)",
  "hint.leikaKey": "14 digits, begins with 99.",
  "option.ars": "Regionalschlüssel (key of the place)",
  "hint.ars":
    "12 digits for a commune, for example 130040000000. 5 for a county, 2 for a Land.",
  "option.routingApiUrl": "Address of the Routing API",
  "hint.routingApiUrl":
    "For the test environment https://routing-api-testing.fit-connect.fitko.dev/v1.",
  "option.signerUrl": "Address of the self-service portal",
  "hint.signerUrl":
    "It signs the answers. For the test environment https://portal.auth-testing.fit-connect.fitko.dev.",
  "option.submissionApiUrl": "Address of the Submission API",
  "hint.submissionApiUrl":
    "Applications go there. For the test environment https://test.fit-connect.fitko.dev/submission-api.",
};
