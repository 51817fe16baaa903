import type { Locale } from "../../../platform/i18n/texts.ts";

/** A notice of the authority, of one above it, or of the installation. */
export type StatusNotice = {
  readonly title: string;
  readonly body: string;
  readonly language: Locale;
  readonly from: Date;
  readonly until: Date | undefined;
};
