import { resolve } from "node:path";
import { readDkim, type DkimKey } from "./key-file-settings.ts";
import { readMailReturns, type ListenAddress } from "./listen-settings.ts";
import { readEach, type Variables } from "./settings-error.ts";
import { readUrl } from "./url-settings.ts";

export type MailSettings = {
  /** Undefined: mail is kept for the operator's page. */
  readonly smtpUrl: string | undefined;
  /** Authorities (PEM file) that the mail server's certificate may come from; undefined: those everybody trusts. */
  readonly smtpCaFile: string | undefined;
  /** Selector and private key (PEM file) that mails are signed with, so that others believe where they come from. @see RFC 6376 */
  readonly dkim: DkimKey | undefined;
  /** Where mails that come back are taken by SMTP; undefined: a mail server hands them over by a command. */
  readonly mailReturns: ListenAddress | undefined;
};

/** `SMTP_…` and `MAIL_…`. */
export function readMail(variables: Variables): MailSettings {
  const caFile = variables["SMTP_CA_FILE"];
  return readEach({
    smtpUrl: () =>
      readUrl(variables, {
        name: "SMTP_URL",
        protocols: ["smtp:", "smtps:"],
        example: "smtp://mail.example.org:25",
      }),
    smtpCaFile: () => (caFile ? resolve(caFile) : undefined),
    dkim: () => readDkim(variables),
    mailReturns: () => readMailReturns(variables),
  });
}
