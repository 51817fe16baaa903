import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import { all, codeOf, first, textsOf, wordsOf } from "./elements.ts";
import { readHours } from "./read-hours.ts";

/** What a directory says of an Organisationseinheit; undefined without a German name. */
export function readOrganisation(element: XmlElement): object | undefined {
  const names = textsOf([
    ...all(first(element, "name"), "name"),
    ...all(element, "bezeichnung"),
  ]);
  const { openings } = readHours(element);
  return (
    names && {
      names,
      ...addressOf(element),
      phone: reachedBy(element, { codes: ["02", "03"], name: "telefon" }),
      email: reachedBy(element, { codes: ["01"], name: "email" }),
      hours: textsOf(all(element, "infoOeffnungszeitenText"))?.de,
      ...(openings.length > 0 && { openings }),
    }
  );
}

/** True where hours were said in a way that is not read, and not in words either. */
export function hidesHours(element: XmlElement): boolean {
  const words = textsOf(all(element, "infoOeffnungszeitenText"));
  return words === undefined && !readHours(element).isWhole;
}

/** Where one comes in: address for visitors, of the house, any other. @see urn:xoev-de:fim:codeliste:xzufi.anschrifttyp */
const kindsOfAddress = ["002", "001"];

function addressOf(element: XmlElement): object {
  const addresses = all(element, "anschrift");
  const byKind = kindsOfAddress.flatMap((kind) =>
    addresses.filter((address) => codeOf(first(address, "typ")) === kind),
  );
  const address = byKind[0] ?? addresses[0];
  return {
    street: [
      wordsOf(first(address, "strasse")),
      wordsOf(first(address, "hausnummer")),
    ]
      .filter((part) => part !== undefined)
      .join(" "),
    postcode: wordsOf(first(address, "postleitzahl")),
    town: wordsOf(first(address, "ort")),
  };
}

/** The first `kennung` of these channels, or an element of that name. @see urn:de:xoev:codeliste:erreichbarkeit, version 3 */
function reachedBy(
  element: XmlElement,
  { codes, name }: { readonly codes: readonly string[]; readonly name: string },
): string | undefined {
  const channels = all(element, "kommunikation");
  const byCode = codes.flatMap((code) =>
    channels.filter((channel) => codeOf(first(channel, "kanal")) === code),
  );
  return (
    wordsOf(first(byCode[0], "kennung")) ??
    wordsOf(
      first(channels.find((channel) => first(channel, name)) ?? element, name),
    )
  );
}
