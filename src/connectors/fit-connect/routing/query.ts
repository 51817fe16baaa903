import { z } from "zod";
import { serviceAddress } from "../options.ts";

/** What is asked, and whom the answer may come from. */
export const routingQuery = z.object({
  /** Leistungsschlüssel. */
  leikaKey: z.string().regex(/^99\d{12}$/),
  /** Amtlicher Regionalschlüssel of the place; fewer digits name a district or a Land. */
  ars: z.string().regex(/^(?:\d{2}|\d{3}|\d{5}|\d{9}|\d{12})$/),
  routingApiUrl: serviceAddress.default(
    "https://routing-api-prod.fit-connect.fitko.net/v1",
  ),
  /** The self-service portal of the environment, which signs the addresses. */
  signerUrl: serviceAddress.default(
    "https://portal.auth-prod.fit-connect.fitko.net",
  ),
  /** Where submissions of this environment go. */
  submissionApiUrl: serviceAddress.default(
    "https://prod.fit-connect.fitko.net/submission-api",
  ),
});

export type RoutingQuery = z.infer<typeof routingQuery>;
