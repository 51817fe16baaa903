import type { Transporter } from "nodemailer";
import { z } from "zod";
import { isAddressFault } from "./read-report.ts";

export type OutgoingMail = {
  /** Becomes the Message-ID, so that a mail sent twice after a crash can be recognised. */
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  /** Where reports go to: the envelope's sender. */
  readonly returnTo: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** When it was written: the same each time it is sent. */
  readonly date: Date;
};

export type MailOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "unavailable"; readonly reason: string }
  /** The server refused for good (5xx): trying again will not help. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The server refused the address for good: there is nobody. */
  | { readonly kind: "no-such-address"; readonly reason: string };

/** Port to the mail server. */
export type MailTransport = {
  /** Throws the signal's reason when it fires; a mail whose content is out already is waited for some seconds more. */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<MailOutcome>;
};

const smtpFault = z.object({
  responseCode: z.number().optional(),
  code: z.string().optional(),
  command: z.string().optional(),
  response: z.string().optional(),
});

/**
 * A server that says nothing is given up; nodemailer itself would wait for ten minutes. One that looks through a mail before it answers gets
 * longer: it may have taken the mail that would then be sent again.
 * @see RFC 5321 section 4.5.3.2.6
 */
const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 60_000,
};

/** How long a mail whose content is out is waited for when the worker is to stop: given up, it would arrive and be sent again. */
const graceMs = 10_000;

/** Nobody's program answers to it, and no list's. @see RFC 3834 */
export const machineHeaders = {
  "Auto-Submitted": "auto-generated",
  "X-Auto-Response-Suppress": "All",
};

export type SmtpOptions = {
  readonly requireTls?: boolean;
  /** Signs for the domain of the sender's address; the selector names the public key in its DNS. @see RFC 6376 */
  readonly dkim?:
    | { readonly selector: string; readonly privateKey: string }
    | undefined;
  /** Certificates (PEM) of the authorities that the server's may come from; undefined: those everybody trusts. */
  readonly authorities?: string | undefined;
};

/**
 * Sends by SMTP. Faults are outcomes: the job decides whether to try again. With `requireTls` nothing is sent to a server
 * that offers no encryption, unless it is on this machine: mails carry private links.
 */
export function smtpTransport(
  url: string,
  options: SmtpOptions = {},
): MailTransport {
  return {
    send: async ({ messageId, returnTo, ...mail }, signal) => {
      const { address } = mail.from;
      const { transport, dkimOf } = await openSmtp(url, options);
      const aborted = hangUpAt(signal, transport);
      try {
        await transport.sendMail({
          ...mail,
          headers: machineHeaders,
          envelope: { from: returnTo, to: mail.to },
          ...dkimOf(address),
          messageId: `<${messageId}@${domainOf(address)}>`,
          signal: aborted,
        });
        return { kind: "sent" };
      } catch (error) {
        aborted.throwIfAborted();
        return outcomeOfFault(error);
      }
    },
  };
}

/** Gives when to hang up: as the signal fires; but a mail whose content is out may have been taken, so its answer is waited for. */
function hangUpAt(
  signal: AbortSignal,
  transport: Pick<Transporter, "use">,
): AbortSignal {
  const hangUp = new AbortController();
  const state = { isContentOut: false };
  const abort = () => {
    hangUp.abort(signal.reason);
  };
  const giveUp = () => {
    if (state.isContentOut) setTimeout(abort, graceMs).unref();
    else abort();
  };
  if (signal.aborted) abort();
  signal.addEventListener("abort", giveUp, { once: true });
  transport.use("stream", ({ message }, done) => {
    message.processFunc((input) =>
      input.once("end", () => {
        state.isContentOut = true;
      }),
    );
    done();
  });
  return hangUp.signal;
}

/** Connects, encrypts and signs in as for a mail, and sends none. Why that failed; undefined: it went well. */
export async function knockAtSmtp(
  url: string,
  options: SmtpOptions,
): Promise<string | undefined> {
  const { transport } = await openSmtp(url, options);
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    const outcome = outcomeOfFault(error);
    return "reason" in outcome ? outcome.reason : "smtp-fault";
  } finally {
    transport.close();
  }
}

/** Only who sends mails needs it, and it is large: web processes hardly ever do. */
export const loadNodemailer = () => import("nodemailer");

/** The way to the server, and what signs a mail of an address. */
export async function openSmtp(
  url: string,
  { requireTls = false, dkim, authorities }: SmtpOptions,
) {
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(
    new URL(url).hostname,
  );
  const { createTransport } = await loadNodemailer();
  const transport = createTransport({
    url,
    ...patience,
    requireTLS: requireTls && !isHere,
    // These and no others: nobody else's certificate opens a server of the inner network.
    ...(authorities === undefined ? {} : { tls: { ca: authorities } }),
    // Nothing is fetched or read for a mail, whatever stands in it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const dkimOf = (address: string) =>
    dkim
      ? {
          dkim: {
            domainName: domainOf(address),
            keySelector: dkim.selector,
            privateKey: dkim.privateKey,
          },
        }
      : {};
  return { transport, dkimOf };
}

/** What is behind the `@`. */
export function domainOf(address: string): string {
  return address.split("@")[1] ?? "localhost";
}

/** 5xx is final, everything else may pass. Only codes are reported: the server's text may quote the address. */
export function outcomeOfFault(error: unknown): MailOutcome {
  const fault = smtpFault.catch({}).parse(error);
  const { responseCode, code } = fault;
  const reason = `smtp-${String(responseCode ?? code ?? "fault").toLowerCase()}`;
  if (responseCode === undefined || responseCode < 500)
    return { kind: "unavailable", reason };
  return { kind: isNobodyThere(fault) ? "no-such-address" : "refused", reason };
}

/** By the enhanced code where the server gives one, else by what it answered to. @see RFC 5321 section 4.2.3 and RFC 2034 */
function isNobodyThere({
  responseCode = 0,
  command = "",
  response = "",
}: z.infer<typeof smtpFault>): boolean {
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  if (enhanced !== undefined) return isAddressFault(enhanced);
  return command === "RCPT TO" && [550, 551, 553].includes(responseCode);
}
