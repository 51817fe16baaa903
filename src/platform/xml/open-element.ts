import type { SaxesTagNS } from "saxes";
import type { XmlElement } from "./xml-element.ts";

/** A class, as documents have tens of thousands: all get the same shape. */
export class OpenElement implements XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: OpenElement[] = [];
  text = "";

  constructor({ local, uri, attributes }: SaxesTagNS, line: number) {
    this.name = local;
    this.namespace = uri;
    this.line = line;
    this.attributes = attributesOf(attributes);
  }
}

const noAttributes: ReadonlyMap<string, string> = new Map();

function attributesOf(
  attributes: SaxesTagNS["attributes"],
): ReadonlyMap<string, string> {
  const all = Object.values(attributes);
  return all.length === 0
    ? noAttributes
    : new Map(all.map(({ name, value }) => [name, value]));
}
