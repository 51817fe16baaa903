import type { Context } from "../../platform/context/context.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { SafeHtml } from "../../platform/html/html.ts";
import type { DirectoryOffice } from "./domain/directory-office.ts";
import type { Position } from "./domain/office.ts";
import type { PortalDirectory } from "./use-cases/portal-directory.ts";

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
