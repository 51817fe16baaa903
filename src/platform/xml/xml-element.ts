/** One element of a parsed document. */
export type XmlElement = {
  /** Without prefix. */
  readonly name: string;
  /** Empty without a namespace. */
  readonly namespace: string;
  /** Line of the start tag's end, counted from 1. */
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The element's own text, with that of its children left out. */
  readonly text: string;
};
