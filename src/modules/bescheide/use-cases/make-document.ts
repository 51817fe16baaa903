import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { Context } from "../../../platform/context/context.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import { newId } from "../../../platform/values/id.ts";
import { listStaffNames } from "../../staff/index.ts";
import type { Bescheid, Draft } from "../domain/bescheid.ts";
import { blocksOf } from "../domain/blocks.ts";
import { fillPlaceholders, lateName } from "../domain/placeholders.ts";
import { renderLetter } from "../letter/render-letter.ts";
import type { BescheidePorts } from "../ports.ts";

/** The PDF of a draft: with today's date, signed off by the one who began it. */
export async function makePdf(
  context: Context,
  {
    bescheid,
    draft,
    isPreview,
  }: {
    readonly bescheid: Pick<Bescheid, "reference" | "writerIds">;
    readonly draft: Draft;
    readonly isPreview: boolean;
  },
  { pdf, portalOf, sealer }: BescheidePorts,
): Promise<Buffer> {
  const portal = await portalOf(context.tenantId);
  if (!portal) throw new Error("bescheide: a tenant without portal");
  const [first = ""] = bescheid.writerIds;
  const names = await listStaffNames(context, [first]);
  const late = new Map([[lateName, formatDate(context.now, "de")]]);
  const filled = (text: string) => fillPlaceholders(text, late);
  const { contact } = portal;
  return renderLetter(pdf, {
    authority: {
      name: portal.name,
      accentColour: portal.accentColour,
      crestSvg: portal.crestSvg,
      office: contact.office,
      street: contact.street,
      place: `${contact.postcode} ${contact.town}`,
      phone: contact.phone,
      email: contact.email,
    },
    caseworker: names.get(first) ?? "",
    reference: bescheid.reference,
    date: context.now,
    addressee: draft.addressee.split("\n"),
    subject: filled(draft.subject),
    body: blocksOf(filled(draft.body)),
    remedy: blocksOf(filled(draft.remedy)),
    isSealed: sealer !== undefined,
    isPreview,
  });
}

export type StoredDocument = {
  readonly fileId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
};

/** Puts a document into the file store. One that no row comes to know is cleared away later. */
export async function storeDocument(
  { tenantId, cipher }: Context,
  content: Buffer,
  { files }: Pick<BescheidePorts, "files">,
): Promise<StoredDocument> {
  const fileId = newId();
  const stored = await files.put(
    Readable.from([content]),
    { tenantId, fileId },
    cipher,
  );
  return { fileId, ...stored };
}

/** A stored document, if it is the very one that was checked. Throws on any other. */
export async function loadDocument(
  { tenantId, cipher }: Context,
  { fileId, sha256 }: { readonly fileId: string; readonly sha256: string },
  { files }: Pick<BescheidePorts, "files">,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const stream = await files.open({ tenantId, fileId }, cipher);
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  const content = Buffer.concat(chunks);
  const found = createHash("sha256").update(content).digest("hex");
  if (found !== sha256)
    throw new Error(`bescheide: file ${fileId} is not what was checked`);
  return content;
}
