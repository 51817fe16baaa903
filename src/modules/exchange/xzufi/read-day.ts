import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import { wordsOf } from "./elements.ts";

/** YYYY-MM-DD of a date or a moment. */
export function dayOf(element: XmlElement | undefined): string | undefined {
  const day = wordsOf(element)?.slice(0, 10);
  return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined;
}
