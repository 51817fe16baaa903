import type { Delivery } from "../../modules/delivery/index.ts";

/** Id of a property and its value. */
export type Property = readonly [string, string];

const line = /^([\p{L}\p{N}:._-]{1,100})\s*=\s*(.{1,300})$/u;

/** Lines such as `akte:zeichen = {reference}`. Undefined: one is not of that form, or sets what the connector sets itself. */
export function readProperties(text: string): readonly Property[] | undefined {
  const lines = text
    .split(/\r?\n/u)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const properties: Property[] = [];
  for (const one of lines) {
    const [, id, value] = line.exec(one) ?? [];
    if (id === undefined || value === undefined || id.startsWith("cmis:"))
      return undefined;
    properties.push([id, value.trim()]);
  }
  return properties;
}

/** What can stand in braces. A moment is milliseconds in the browser binding. @see CMIS 1.1, 5.2.9.2.2 */
const valuesOf = (delivery: Delivery): Readonly<Record<string, string>> => ({
  reference: delivery.reference,
  deliveryId: delivery.deliveryId,
  leistung: delivery.leistung.title,
  leikaKey: delivery.leistung.leikaKey ?? "",
  authority: delivery.authorityName,
  submittedAt: delivery.submittedAt.toISOString(),
  submittedAtMs: String(delivery.submittedAt.getTime()),
  version: String(delivery.version),
});

/** The properties that were asked for, with the values of the delivery. */
export function filledProperties(
  text: string,
  delivery: Delivery,
): readonly Property[] {
  const values = valuesOf(delivery);
  return (readProperties(text) ?? []).map(([id, template]) => [
    id,
    template.replaceAll(/\{(\w+)\}/gu, (whole, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
    ),
  ]);
}
