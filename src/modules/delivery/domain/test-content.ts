import type { DeliveryContent } from "./delivery.ts";

type Test = { readonly reference: string; readonly waitingSince: Date };

/** Codes of a schema that no form has. */
const form = { key: "S00000000000", version: "0.0" } as const;

/**
 * What is sent when an administrator tries a destination: as whole as an application, without anything of anybody, and with the word
 * test wherever a person or a program looks.
 */
export function testContent({
  reference,
  waitingSince,
}: Test): DeliveryContent & { readonly isTest: true } {
  return {
    isTest: true,
    reference,
    submittedAt: waitingSince,
    version: 1,
    answeredAt: waitingSince,
    leistung: {
      slug: "test",
      title: "Testantrag (bitte nicht bearbeiten)",
      leikaKey: undefined,
    },
    authorityName: "Test",
    sender: undefined,
    form,
    hash: "0".repeat(64),
    answersJson: '{"test":"Testantrag ohne Inhalt"}',
    answersXml:
      '<?xml version="1.0" encoding="UTF-8"?>\n<test>Testantrag ohne Inhalt</test>\n',
    pdf: () => Promise.resolve(pdfOf(`Testantrag ${reference}: ohne Inhalt.`)),
    uploads: [],
  };
}

/** A page with one line of ASCII, for a receiver that opens what it gets. @see ISO 32000-1 7.5 */
function pdfOf(line: string): Uint8Array {
  const content = `BT /F1 18 Tf 60 760 Td (${line}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  const parts = ["%PDF-1.4\n"];
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(parts.join("").length);
    parts.push(`${index + 1} 0 obj\n${object}\nendobj\n`);
  }
  const table = offsets
    .map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`)
    .join("");
  const start = parts.join("").length;
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`,
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
  return new TextEncoder().encode(parts.join(""));
}
