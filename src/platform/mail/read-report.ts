/** What a mail server says became of a mail. */
export type DeliveryReport = {
  /** Where the report was sent to, by its own headers. */
  readonly sentTo: readonly string[];
  /** Undefined: no report, such as an answer of somebody who is away. */
  readonly failure: DeliveryFailure | undefined;
};

export type DeliveryFailure = {
  /** As in `5.1.1`. @see RFC 3463 */
  readonly status: string;
};

/** Longer ones are no reports, or hold the whole mail again. */
export const maxReportBytes = 1_000_000;

/** Deeper than any server nests a report. */
const deepest = 5;

const recipientHeaders = [
  "to",
  "delivered-to",
  "x-original-to",
  "envelope-to",
] as const;

/**
 * Reads what came back to a return address. Only a report of a final failure counts: servers also tell that they are still trying, and
 * people's programs that they are away.
 * @see RFC 3464
 */
export function readReport(source: Uint8Array): DeliveryReport {
  const text = Buffer.from(source).toString("latin1").replaceAll("\r\n", "\n");
  const { fields } = splitPart(text);
  return {
    sentTo: fields
      .filter(([name]) => recipientHeaders.some((it) => it === name))
      .flatMap(([, value]) => value.split(",")),
    failure: findStatus(text, deepest)
      .map(failureOf)
      .find((failure) => failure !== undefined),
  };
}

type Field = readonly [name: string, value: string];

/** Header fields, unfolded, and what follows them. */
function splitPart(text: string): {
  readonly fields: readonly Field[];
  readonly body: string;
} {
  const end = text.indexOf("\n\n");
  const head = end < 0 ? text : text.slice(0, end);
  return {
    fields: fieldsOf(head),
    body: end < 0 ? "" : text.slice(end + 2),
  };
}

function fieldsOf(head: string): readonly Field[] {
  return head
    .replaceAll(/\n[ \t]+/g, " ")
    .split("\n")
    .map((line): Field => {
      const colon = line.indexOf(":");
      return [
        line.slice(0, Math.max(0, colon)).trim().toLowerCase(),
        line.slice(colon + 1).trim(),
      ];
    });
}

/** The contents of all parts that hold a status, looked for in the parts of parts. @see RFC 2046 section 5.1 */
function findStatus(text: string, depth: number): readonly string[] {
  const { fields, body } = splitPart(text);
  const valueOf = (name: string) =>
    fields.find((field) => field[0] === name)?.[1] ?? "";
  const type = valueOf("content-type");
  if (/^message\/(?:global-)?delivery-status\b/i.test(type))
    return [decoded(body, valueOf("content-transfer-encoding"))];
  const [, quoted, plain] =
    /^multipart\/.*?;\s*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/is.exec(
      type,
    ) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined || depth === 0) return [];
  return `\n${body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .flatMap((part) => findStatus(part.replace(/^[^\n]*\n/, ""), depth - 1));
}

function decoded(body: string, encoding: string): string {
  return encoding.toLowerCase() === "base64"
    ? Buffer.from(body, "base64").toString("latin1").replaceAll("\r\n", "\n")
    : body;
}

/** Blocks of fields, an empty line between: the first about the mail, each other one about an address. */
function failureOf(status: string): DeliveryFailure | undefined {
  const failed = status
    .split(/\n{2,}/)
    .map((block) => new Map(fieldsOf(block)))
    .find((fields) => /^failed\b/i.test(fields.get("action") ?? ""));
  if (!failed) return undefined;
  const code = /^[245]\.\d{1,3}\.\d{1,3}/.exec(failed.get("status") ?? "")?.[0];
  return { status: code ?? "5.0.0" };
}

/**
 * True where it is the address that takes no mail, and not this mail or this moment: no such mailbox or host, moved, or switched off.
 * @see RFC 3463 sections 3.2 and 3.3
 */
export function isAddressFault(status: string): boolean {
  return /^5\.(?:1\.(?:1|2|3|6|10)|2\.1|4\.4)$/.test(status);
}
