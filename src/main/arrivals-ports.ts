import {
  createFitConnectInbox,
  schemaViolation,
} from "../connectors/fit-connect/index.ts";
import type { Inbox } from "../modules/arrivals/index.ts";
import type { ArrivalsModulePorts } from "../modules/arrivals/module.ts";
import { enqueueDeliveries } from "../modules/delivery/index.ts";
import { plainHttpIn } from "./plain-http.ts";
import { openGuardedHttp } from "./reach.ts";
import type { Services } from "./services.ts";

/** By which ways applications of other portals come in, and what is written along with one. */
export function arrivalsPorts(services: Services): ArrivalsModulePorts {
  const { files, scanner, settings } = services;
  const inboxes: readonly Inbox[] = [
    createFitConnectInbox({
      http: openGuardedHttp(settings),
      clock: services.clock,
      plainHttp: plainHttpIn(settings),
    }),
  ];
  return {
    inboxes: new Map(inboxes.map((inbox) => [inbox.key, inbox])),
    schemaViolation,
    files,
    scanner,
    // The applicant has no thread here: they are answered by the way that they named.
    listeners: [
      async (_context, db, event) => {
        await enqueueDeliveries(db, event);
      },
    ],
  };
}
