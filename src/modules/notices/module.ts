import type { ModuleContribution } from "../../shell/module.ts";
import { sendSmsHandler } from "./jobs/send-sms.ts";
import type { NoticesPorts } from "./ports.ts";
import { choicesRoutes } from "./web/choices-routes.ts";
import { mailRoutes } from "./web/mail-routes.ts";
import { sealedTables } from "./sealed-tables.ts";

export type { NoticesPorts } from "./ports.ts";

/** What people want to be told of, and the words of mails. */
export function noticesModule(ports: NoticesPorts): ModuleContribution {
  return {
    name: "notices",
    sealed: sealedTables,
    routes: [
      ...choicesRoutes({ dailyLimit: ports.smsDailyLimit }),
      ...mailRoutes(ports),
    ],
    jobs: [sendSmsHandler(ports.gateway)],
  };
}
