import type { Context } from "../../platform/context/context.ts";
import type { MailText } from "../../platform/mail/mail-text.ts";
import type { SmsGateway } from "../../platform/sms/sms-gateway.ts";
import type { Portal } from "../tenants/index.ts";

/** What notices need of others; wired in main. */
export type NoticesPorts = {
  /** Of all modules. */
  readonly mailTexts: readonly MailText[];
  /** Undefined: none is set, short messages are kept. */
  readonly gateway: SmsGateway | undefined;
  /** Short messages in 24 hours. */
  readonly smsDailyLimit: number;
  readonly emailOfStaff: (
    context: Context,
    staffId: string,
  ) => Promise<string | undefined>;
  /** Address of a portal without a slash at the end. */
  readonly baseUrlOf: (portal: Portal) => string;
};
