import type { LeistungContent } from "./leistung-content.ts";

/** Where a link of a Leistung may lead: pages, mail, telephone, and the portal's own pages. Never `javascript:`, `data:` or `file:`. */
const allowedAddress = /^(?:https?:\/\/[^\s/]|mailto:[^\s]|tel:|\/(?!\/))\S*$/i;

/** True for an address that may stand in a link. */
function isSafeAddress(address: string): boolean {
  return allowedAddress.test(address);
}

/** Parts of the content that hold links. */
const parts = ["forms", "onlineServices", "signLanguageVideos"] as const;

/** The content without links that lead elsewhere than allowed. */
export function withSafeAddresses(content: LeistungContent): LeistungContent {
  if (unsafeAddresses(content).length === 0) return content;
  const safe: LeistungContent = { ...content };
  for (const part of parts) {
    const links = content[part];
    if (links)
      Reflect.set(
        safe,
        part,
        links.filter(({ url }) => isSafeAddress(url)),
      );
  }
  const { appointment } = content;
  return appointment?.url === undefined || isSafeAddress(appointment.url)
    ? safe
    : { ...safe, appointment: { needed: appointment.needed } };
}

type Links = readonly { readonly url: string }[];

/** Links of a Leistung, or of a record with `links`, that lead elsewhere than allowed. */
export function unsafeAddresses(
  content: Partial<LeistungContent> & { readonly links?: Links },
): string[] {
  const links: readonly (Links | undefined)[] = [
    content.links,
    ...parts.map((part) => content[part]),
  ];
  const url = content.appointment?.url;
  return [
    ...links.flatMap((some) => (some ?? []).map((link) => link.url)),
    ...(url === undefined ? [] : [url]),
  ].filter((address) => !isSafeAddress(address));
}
