import { describeOptions } from "../../modules/delivery/index.ts";
import type { Connector, Delivery } from "../../modules/delivery/index.ts";
import { formatDateTime } from "../../platform/i18n/dates.ts";
import { mailOf, type MailText } from "../../platform/mail/mail-text.ts";
import type { Mail } from "../../platform/mail/mail.ts";
import { untilAborted } from "../../platform/values/until-aborted.ts";
import { de } from "./i18n/de.ts";
import { en } from "./i18n/en.ts";
import { emailNoticeMails } from "./i18n/mail-texts.ts";
import { emailNoticeOptions, type EmailNoticeOptions } from "./options.ts";

export type EmailNoticeSettings = {
  /** Puts the mail into the tenant's outbox; for a delivery id it has seen before it does nothing. */
  putNoticeOnce(notice: Notice): Promise<void>;
  /** Where caseworkers of the tenant find their queue, e.g. `https://schwerin.example/arbeitsplatz`. */
  workplaceUrlOf(tenantId: string): string | Promise<string>;
};

export type Notice = {
  readonly tenantId: string;
  readonly deliveryId: string;
  readonly mail: Mail;
};

/** Tells the office by e-mail that something is in its queue, and nothing else. */
export function createEmailNoticeConnector(
  settings: EmailNoticeSettings,
): Connector<EmailNoticeOptions> {
  return {
    key: "email-notice",
    isNoticeOnly: true,
    describe: describeOptions({ schema: emailNoticeOptions, de, en }),
    parseOptions: (input) => emailNoticeOptions.parse(input),
    deliver: async (delivery, options, signal) => {
      const { tenantId, deliveryId } = delivery;
      signal.throwIfAborted();
      const workplaceUrl = await settings.workplaceUrlOf(tenantId);
      const mail = noticeOf(delivery, { to: options.to, workplaceUrl });
      const putting = settings.putNoticeOnce({ tenantId, deliveryId, mail });
      await untilAborted(putting, signal);
      return { kind: "delivered", receipt: "in-mail-outbox" };
    },
    // Only the server of the office knows whether the mailbox exists, and asking it would send something.
    check: () =>
      Promise.resolve([
        { check: "settings", passed: true, finding: "address-well-formed" },
      ]),
  };
}

/** Authorities work in German. Reference and time are no content; what it is about is. */
function noticeOf(
  delivery: Delivery,
  { to, workplaceUrl }: { to: string; workplaceUrl: string },
): Mail {
  const { reference, answeredAt } = delivery;
  const values = {
    reference,
    submittedAt: formatDateTime(answeredAt, "de"),
    workplaceUrl,
  };
  return mailOf(mailTextOf(delivery), { to, locales: ["de"], values });
}

/** The deposit was the first version; what comes later is what the applicant has corrected. */
function mailTextOf({ isTest, version }: Delivery): MailText {
  if (isTest === true) return emailNoticeMails.test;
  return version > 1 ? emailNoticeMails.correction : emailNoticeMails.deposit;
}
