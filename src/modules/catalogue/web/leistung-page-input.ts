import type { Locale } from "../../../platform/i18n/texts.ts";
import type { DirectoryOffice, Portal } from "../../tenants/index.ts";
import type { LeistungWithOffice } from "../domain/leistung.ts";
import type { OtherReceiver } from "./found-leistungen.ts";

/** What the page of a Leistung is made of. */
export type LeistungPageInput = {
  /** For an editor: nothing on it is sent anywhere. */
  readonly isPreview?: true;
  readonly leistung: LeistungWithOffice & {
    /** The text and the office are those of `receiver`. */
    readonly isOfOther?: true;
    /** The text is the portal's own, the office is that of `receiver`. */
    readonly isOfficeOfOther?: true;
  };
  /** Somebody called another address, which leads here: what was there, where that may be told. */
  readonly insteadOf?: { readonly title: string | undefined } | undefined;
  readonly portal: Portal;
  /** Another authority, which receives applications for it. */
  readonly receiver: OtherReceiver | undefined;
  readonly locale: Locale;
  readonly now: Date;
  readonly baseUrl: string;
  /** Portals right below, for a Leistung that belongs to them. */
  readonly communes: readonly Portal[];
  /** Authority that the texts are taken over from, where it has a portal here. */
  readonly takenOverFrom: string | undefined;
  /** Who an imported directory says is responsible, where the portal has no office for it. */
  readonly organisation: DirectoryOffice | undefined;
};
