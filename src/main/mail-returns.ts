import {
  startReturnServer,
  type ReturnServer,
} from "../platform/mail/return-server.ts";
import type { Services } from "./services.ts";
import { findReturned, takeReport } from "./take-report.ts";

/** Takes mails that come back, where `MAIL_RETURN_LISTEN` says so. */
export async function openMailReturns(
  services: Services,
): Promise<ReturnServer | undefined> {
  const { settings, logger } = services;
  if (!settings.mailReturns) return undefined;
  return startReturnServer(settings.mailReturns, {
    isOurs: async (address) =>
      (await findReturned(services, [address])) !== undefined,
    take: (returned) => takeReport(services, returned),
    onFault: (error) => {
      logger.error({ error }, "mail: a report could not be taken");
    },
  });
}
