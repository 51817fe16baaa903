import { escapeXml } from "../../../platform/xml/write-xml.ts";
import type { InLanguages } from "../../catalogue/content.ts";

/** An element with what is inside; nothing for nothing. */
export function element(name: string, inside: string): string {
  return inside === "" ? "" : `<xzufi:${name}>${inside}</xzufi:${name}>`;
}

/** A code as XÖV writes it: its own element has no namespace. */
export function coded(name: string, code: string | undefined): string {
  return code === undefined
    ? ""
    : element(name, `<code>${escapeXml(code)}</code>`);
}

/** Languages that the Portalverbund takes; a file with another one is not taken at all. @see PVOG, rules of the Sammlerdienst */
const exchanged = ["de", "en"];

/** One element for each language that is exchanged, German first. */
export function languages(
  name: string,
  texts: InLanguages | undefined,
): string {
  return inExchanged(texts)
    .map(
      ([language, text]) =>
        `<xzufi:${name} languageCode="${language}">${escapeXml(text)}</xzufi:${name}>`,
    )
    .join("");
}

/** A link as XZuFi writes it: the whole of it once for each language of its title. */
export function linkElements(
  name: string,
  { before = "", address, url, title }: LinkParts,
): string {
  return inExchanged(title)
    .map(
      ([language, text]) =>
        `<xzufi:${name} languageCode="${language}">${before}${element(address, escapeXml(url))}${element("titel", escapeXml(text))}</xzufi:${name}>`,
    )
    .join("");
}

type LinkParts = {
  readonly before?: string;
  /** Name of the element that has the address. */
  readonly address: "uri" | "link";
  readonly url: string;
  readonly title: InLanguages;
};

function inExchanged(
  texts: InLanguages | undefined,
): (readonly [string, string])[] {
  return exchanged.flatMap((language) => {
    const text = texts?.[language];
    return text === undefined ? [] : [[language, text] as const];
  });
}

/** An id together with the portal that gives it. */
export function idElement(
  name: string,
  { agency, value }: { readonly agency: string; readonly value: string },
): string {
  return `<xzufi:${name} schemeAgencyID="${escapeXml(agency)}">${escapeXml(value)}</xzufi:${name}>`;
}

/** Where an authority answers for a Leistung. */
export function responsibleElement(
  leistungId: string,
  { agency, ars }: { readonly agency: string; readonly ars: string },
): string {
  return element(
    "zustaendigkeit",
    idElement("leistungID", { agency, value: leistungId }) +
      element("gebietID", escapeXml(ars)),
  );
}
