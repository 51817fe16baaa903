import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import { shorten, type ImportReport } from "./import-message.ts";
import { readableText } from "./read-sequence.ts";

/** The value of a coded element (`<status><code>aktiv</code></status>`; `code` stands without a namespace). Empty when it is not one of `allowed`. */
export function readCode(
  element: XmlElement | undefined,
  allowed: readonly string[],
  report: ImportReport,
): string {
  const code = findCode(element, report);
  if (!element || !code) return "";
  const value = readableText(code);
  if (allowed.includes(value)) return value;
  report.error("code-unknown", code, {
    value: shorten(value),
    element: element.name,
    allowed: allowed.join(", "),
  });
  return "";
}

/** The same for a list that grows outside the standard (the status of releases): an unknown value is for the caller to judge. */
export function readOpenCode(
  element: XmlElement | undefined,
  report: ImportReport,
): string {
  return readableText(findCode(element, report));
}

function findCode(
  element: XmlElement | undefined,
  report: ImportReport,
): XmlElement | undefined {
  if (!element) return undefined;
  const codes = element.children.filter(
    ({ name, namespace }) =>
      name === "code" && (namespace === "" || namespace === element.namespace),
  );
  const other = element.children.find(
    (child) => !codes.includes(child) && !isNameOfCode(child),
  );
  if (other)
    report.warning("element-unknown", other, {
      name: other.name,
      parent: element.name,
    });
  const [code, second] = codes;
  if (second) report.error("element-repeated", second, { name: "code" });
  if (!code) report.error("element-missing", element, { name: "code" });
  else if (code.namespace !== "")
    report.warning("element-misplaced", code, { name: "code" });
  return code;
}

/** XÖV's general code type may carry the readable name as well; some tools write it. */
function isNameOfCode({ name, namespace }: XmlElement): boolean {
  return name === "name" && namespace === "";
}
