import type { Context } from "../../platform/context/context.ts";
import type { SafeHtml } from "../../platform/html/html.ts";
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
  /** A picture of the surroundings; undefined where the installation has none. */
  readonly mapPicture: (
    position: Position,
    given: { readonly label: string },
  ) => Promise<SafeHtml | undefined>;
};
