import type { NamedLink, OnlineService } from "./content/leistung-content.ts";
import type { Leistung } from "./leistung.ts";

/**
 * A way to get a Leistung, as it is and not as it is counted: `online` means from the form to the decision without paper (Reifegrad 3 and
 * more), `form` means something to fill in, print and send.
 */
export type Way =
  | { readonly kind: "online" }
  | { readonly kind: "online-elsewhere"; readonly service: OnlineService }
  | { readonly kind: "form"; readonly form: NamedLink }
  | { readonly kind: "appointment"; readonly url: string | undefined }
  | { readonly kind: "office" };

/** From this Reifegrad on a Leistung is online. @see Reifegradmodell OZG: 2 is a form on the web, 3 the whole application */
const onlineFrom = 3;

const isOnTheWeb = ({ url }: Pick<NamedLink, "url">) =>
  /^https?:\/\//i.test(url);

/** Ways that are open, the quickest first; at least one. */
export function waysOf({
  formKey,
  content,
}: Pick<Leistung, "formKey" | "content">): Way[] {
  const services = (content.onlineServices ?? []).filter(isOnTheWeb);
  const isWhole = ({ maturity = onlineFrom }: OnlineService) =>
    maturity >= onlineFrom;
  const forms = [
    ...(content.forms ?? []).filter(isOnTheWeb),
    ...services.filter((service) => !isWhole(service)),
  ];
  const { appointment } = content;
  const { url = "" } = appointment ?? {};
  const appointmentUrl = isOnTheWeb({ url }) ? url : undefined;
  return [
    ...(formKey === null ? [] : [{ kind: "online" } as const]),
    ...services
      .filter(isWhole)
      .map((service) => ({ kind: "online-elsewhere", service }) as const),
    ...forms.map((form) => ({ kind: "form", form }) as const),
    ...(appointment?.needed === true
      ? [{ kind: "appointment", url: appointmentUrl } as const]
      : [{ kind: "office" } as const]),
  ];
}
