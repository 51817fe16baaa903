import { sha256 } from "../../../platform/values/sha256.ts";
import { Readable } from "node:stream";
import { newId } from "../../../platform/values/id.ts";
import type {
  Delivery,
  DeliveryContent,
  DeliveryUpload,
} from "../domain/delivery.ts";

/** Erika applies for a resident parking permit in Schwerin, with names of files as applicants really have them. */
export function sampleDelivery(overrides: Partial<Delivery> = {}): Delivery {
  return {
    deliveryId: newId(),
    tenantId: "0190a000-0000-7000-8000-000000000001",
    ...sampleContent(),
    ...overrides,
  };
}

export function sampleContent(): DeliveryContent {
  return {
    reference: "SN-7K4M-2QXD",
    submittedAt: new Date("2026-03-01T09:30:00Z"),
    version: 1,
    answeredAt: new Date("2026-03-01T09:30:00Z"),
    leistung: {
      slug: "bewohnerparkausweis",
      title: "Bewohnerparkausweis",
      leikaKey: "99108008001000",
    },
    authorityName: "Landeshauptstadt Schwerin",
    sender: {
      name: "Jana Beispiel",
      level: "substantial",
      provider: "bundid",
      signedInAt: new Date("2026-03-01T09:10:00Z"),
      actingFor: {
        kind: "person",
        name: "Erika Müller",
        right: {
          basis: "guardian",
          isSelfDeclared: true,
          validUntil: "2027-03-01",
          statement: "Betreuung durch das Amtsgericht Schwerin",
        },
      },
    },
    intake: {
      channel: "letter",
      name: "Erika Müller",
      receivedOn: "2026-02-27",
      takenBy: "Kevin Krause",
      isIdentitySeen: false,
      isSigned: true,
    },
    form: { key: "S05000058", version: "1.0" },
    hash: "ab".repeat(32),
    answersJson: '{"F05000059":["Erika Müller"]}',
    answersXml: "<antrag><F05000059>Erika Müller</F05000059></antrag>",
    pdf: () => Promise.resolve(Buffer.from("%PDF-1.7 Quittung")),
    uploads: [
      sampleUpload("Zulassungsbescheinigung Teil Ⅰ.pdf", "first file"),
      sampleUpload("../../etc/passwd", "second file"),
      sampleUpload("Foto.jpg", "third file"),
      sampleUpload("Foto.jpg", "fourth file of the same name"),
    ],
  };
}

export function sampleUpload(
  filename: string,
  content: string,
): DeliveryUpload {
  const bytes = Buffer.from(content);
  return {
    fileId: newId(),
    filename,
    mediaType: "application/pdf",
    sizeBytes: bytes.length,
    sha256: sha256(bytes).toString("hex"),
    open: () => Readable.from([bytes]),
  };
}

/** An upload whose storage never answers. */
export function stuckUpload(): DeliveryUpload {
  const pending = new Readable({ read: () => undefined });
  return { ...sampleUpload("haengt.pdf", "never"), open: () => pending };
}
