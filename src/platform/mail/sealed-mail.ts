import {
  loadNodemailer,
  machineHeaders,
  openSmtp,
  outcomeOfFault,
  domainOf,
  type MailOutcome,
  type SmtpOptions,
} from "./mail-transport.ts";

/** What can be read of an encrypted mail on its way. */
export type SealedHead = {
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly date: Date;
};

export type MailFile = {
  readonly filename: string;
  readonly mediaType: string;
  readonly content: Buffer;
};

export type SealedMail = SealedHead & {
  /** CMS EnvelopedData, DER. */
  readonly envelope: Buffer;
};

/** Sends what is encrypted already, and nothing else. */
export type SealedTransport = {
  send(mail: SealedMail): Promise<MailOutcome>;
  /** Greets the server and signs in, where that is set. The cause when it cannot. */
  verify(): Promise<string | undefined>;
};

/** The mail as it is before it is encrypted: text and files, MIME. */
export async function composeSealed(
  { messageId, from, ...head }: SealedHead,
  {
    text,
    files,
  }: { readonly text: string; readonly files: readonly MailFile[] },
): Promise<Buffer> {
  const { createTransport } = await loadNodemailer();
  const composer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: "windows",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { message } = await composer.sendMail({
    ...head,
    from,
    messageId: messageIdOf(messageId, from.address),
    text,
    attachments: files.map(({ filename, mediaType, content }) => ({
      filename,
      contentType: mediaType,
      content,
    })),
  });
  if (!Buffer.isBuffer(message)) throw new TypeError("mail: not composed");
  return message;
}

/** By SMTP, one connection for each mail. @see RFC 8551 section 3.3 */
export function sealedTransport(
  url: string,
  options: SmtpOptions,
): SealedTransport {
  return {
    send: async ({ envelope, messageId, from, ...head }) => {
      const { transport, dkimOf } = await openSmtp(url, options);
      try {
        await transport.sendMail({
          ...head,
          from,
          headers: machineHeaders,
          envelope: { from: from.address, to: head.to },
          messageId: messageIdOf(messageId, from.address),
          ...dkimOf(from.address),
          attachments: [
            {
              filename: "smime.p7m",
              contentType: "application/pkcs7-mime; smime-type=enveloped-data",
              content: envelope,
            },
          ],
        });
        return { kind: "sent" };
      } catch (error) {
        return outcomeOfFault(error);
      } finally {
        transport.close();
      }
    },
    verify: async () => {
      const { transport } = await openSmtp(url, options);
      try {
        await transport.verify();
        return undefined;
      } catch (error) {
        const outcome = outcomeOfFault(error);
        return outcome.kind === "sent" ? undefined : outcome.reason;
      } finally {
        transport.close();
      }
    },
  };
}

const messageIdOf = (id: string, address: string) =>
  `<${id}@${domainOf(address)}>`;
