import { readFileSync } from "node:fs";
import path from "node:path";
import { hiddenTarget } from "../../../src/main/testing/fuzz/planted.ts";
import type { FuzzTarget } from "../../../src/main/testing/fuzz/run-target.ts";
import { targets } from "../../../src/main/testing/fuzz/targets.ts";

export const guidedNames = targets.map(({ name }) => name);

/** One of the readers, or the planted one. */
export function guidedTarget(name: string): FuzzTarget {
  const planted = hiddenTarget();
  const found = [...targets, planted].find((one) => one.name === name);
  if (!found) throw new Error(`fuzz: no reader "${name}"`);
  return found;
}

const root = path.join(import.meta.dirname, "../../..");
/** What reads it, beside the libraries. */
const sources: Readonly<Record<string, readonly string[]>> = {
  "SAML responses": ["src/platform/saml/validate-response.ts"],
  "SAML metadata": ["src/platform/saml/identity-provider-metadata.ts"],
  "form documents (XDatenfelder)": [
    "src/modules/forms/import/xdf2.ts",
    "src/modules/forms/import/xdf3.ts",
    "src/modules/forms/import/field-details.ts",
    "src/modules/forms/import/read-structure.ts",
    "src/modules/forms/import/supplement.ts",
  ],
  "code lists (genericode)": ["src/modules/forms/import/read-genericode.ts"],
  "Leistungen of a Land (XZuFi)": [
    "src/modules/exchange/xzufi/read-record.ts",
    "src/modules/exchange/xzufi/read-leistung.ts",
    "src/modules/exchange/xzufi/read-organisation.ts",
    "src/modules/exchange/xzufi/read-hours.ts",
    "src/modules/exchange/xzufi/read-amounts.ts",
    "src/modules/exchange/xzufi/elements.ts",
  ],
  "formatted texts of editors": [
    "src/modules/catalogue/domain/content/parse-markup.ts",
    "src/modules/catalogue/domain/content/markup-tokens.ts",
  ],
  "patterns of forms": ["src/modules/forms/domain/pattern-parser.ts"],
  "tables of streets and communes (CSV)": [
    "src/modules/tenants/domain/street-lines.ts",
    "src/modules/tenants/domain/register-csv.ts",
  ],
  "mails that come back": ["src/platform/mail/read-report.ts"],
  "contents of uploaded files": [
    "src/platform/files/media-type.ts",
    "src/platform/files/image-size.ts",
    "src/platform/files/zip-document.ts",
  ],
  "multipart bodies": ["src/platform/multipart/receive-multipart.ts"],
};

/** Short texts that stand in what reads: names of elements, of headers, marks of formats. */
export function wordsOf(name: string): readonly Buffer[] {
  const words = (sources[name] ?? []).flatMap((file) =>
    [
      ...readFileSync(path.join(root, file), "utf8").matchAll(
        /"(?<word>[^"\\\n]{1,24})"/g,
      ),
    ].map(({ groups }) => groups?.["word"] ?? ""),
  );
  return [...new Set(words)]
    .filter((word) => !word.startsWith("."))
    .map((word) => Buffer.from(word));
}
