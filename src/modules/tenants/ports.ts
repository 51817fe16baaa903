import type { Context } from "../../platform/context/context.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { SafeHtml } from "../../platform/html/html.ts";
import type { Position } from "./domain/office.ts";
import type { PortalDirectory } from "./use-cases/portal-directory.ts";

/** An Organisationseinheit of an imported directory; what it does not say is empty. */
export type DirectoryOffice = {
  readonly key: string;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly phone: string;
  readonly email: string;
  /** Lines as an office types them, such as "Mo-Fr: 08:00-12:00"; other words on hours are the note. */
  readonly hours: string;
  /** Days that are different, as an office types them. */
  readonly days: string;
  readonly note: string;
};

/** What pages about offices need of the rest. */
export type TenantsPorts = {
  readonly portals: PortalDirectory;
  /** What everybody may see of the Leistungen an office is responsible for. */
  readonly listLeistungen: (
    context: Context,
    officeSlug: string,
  ) => Promise<readonly { readonly slug: string; readonly title: string }[]>;
  /** Offices as an imported directory names them, by a part of the name or by their key: what an editor may take over. */
  readonly findDirectoryOffices: (
    context: Context,
    sought: { readonly words: string } | { readonly key: string },
  ) => Promise<readonly DirectoryOffice[]>;
  /** A picture of the surroundings; undefined where the installation has none. */
  readonly mapPicture: (
    position: Position,
    given: { readonly label: string; readonly locale: Locale },
  ) => Promise<SafeHtml | undefined>;
};
