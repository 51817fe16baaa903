import type { DirectoryOffice } from "../../tenants/index.ts";

/** An Organisationseinheit, as others see it. */
export type Organisation = DirectoryOffice;

/** A Leistung as a directory names it. */
export type DirectoryLeistung = {
  /** Name of the delivery. */
  readonly source: string;
  readonly key: string;
};
