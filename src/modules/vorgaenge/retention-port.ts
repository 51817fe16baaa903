import type { Context } from "../../platform/context/context.ts";
import type { SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { Page } from "../../shell/web/route.ts";

/** How long what was sent is kept, for the applicant. */
export type RetentionForApplicant = {
  section(
    context: Context,
    place: { readonly submissionId: string; readonly locale: Locale },
  ): Promise<SafeHtml | undefined>;
  /** For a private link that leads nowhere any more: says that it was deleted; undefined for one that never led anywhere. */
  deletedPage(
    context: Context,
    place: { readonly link: string; readonly locale: Locale },
  ): Promise<Page | undefined>;
};
