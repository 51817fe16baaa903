import { createTransport } from "nodemailer";
import { z } from "zod";

export type OutgoingMail = {
  /** Becomes the Message-ID, so that a mail sent twice after a crash can be recognised. */
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

export type MailOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "unavailable"; readonly reason: string }
  /** The server refused for good (5xx): trying again will not help. */
  | { readonly kind: "refused"; readonly reason: string };

/** Port to the mail server. */
export type MailTransport = {
  send(mail: OutgoingMail): Promise<MailOutcome>;
  close(): void;
};

const smtpFault = z.object({
  responseCode: z.number().optional(),
  code: z.string().optional(),
});

/** A server that says nothing is given up; nodemailer itself would wait for ten minutes. */
const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
};

export type SmtpOptions = {
  readonly requireTls?: boolean;
  /** Signs for the domain of the sender's address; the selector names the public key in its DNS. @see RFC 6376 */
  readonly dkim?:
    { readonly selector: string; readonly privateKey: string } | undefined;
};

/**
 * Sends by SMTP. Faults are outcomes: the job decides whether to try again. With `requireTls` nothing is sent to a server
 * that offers no encryption, unless it is on this machine: mails carry private links.
 */
export function smtpTransport(
  url: string,
  { requireTls = false, dkim }: SmtpOptions = {},
): MailTransport {
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(
    new URL(url).hostname,
  );
  const transport = createTransport({
    url,
    ...patience,
    requireTLS: requireTls && !isHere,
  });
  return {
    send: async ({ messageId, ...mail }) => {
      const domain = mail.from.split("@")[1] ?? "localhost";
      try {
        await transport.sendMail({
          ...mail,
          ...(dkim
            ? {
                dkim: {
                  domainName: domain,
                  keySelector: dkim.selector,
                  privateKey: dkim.privateKey,
                },
              }
            : {}),
          messageId: `<${messageId}@${domain}>`,
        });
        return { kind: "sent" };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => {
      transport.close();
    },
  };
}

/** 5xx is final, everything else may pass. Only codes are reported: the server's text may quote the address. */
function outcomeOf(error: unknown): MailOutcome {
  const { responseCode, code } = smtpFault.catch({}).parse(error);
  const reason = `smtp-${String(responseCode ?? code ?? "fault").toLowerCase()}`;
  return responseCode !== undefined && responseCode >= 500
    ? { kind: "refused", reason }
    : { kind: "unavailable", reason };
}
