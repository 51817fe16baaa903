import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { button } from "../../../ui/button.ts";
import { select } from "../../../ui/select.ts";
import { textInput } from "../../../ui/text-input.ts";
import { longestViewName } from "../domain/queue-layout.ts";
import { worklistTexts } from "../i18n/worklist-texts.ts";
import type { Worklist } from "../use-cases/read-worklist.ts";
import { vorgaengePaths } from "./vorgaenge-paths.ts";

/** Names of the form that keeps a list. */
export const viewFields = {
  name: "name",
  query: "liste",
  team: "fuer",
} as const;

/** What stands in the form. */
export type TypedView = {
  readonly name: string;
  /** Address of the list, without the path. */
  readonly query: string;
  /** Empty: only for oneself. */
  readonly teamId: string;
};

/** Keeps a list under a name, for oneself or for a team one leads. */
export function keepViewForm({
  locale,
  list: { teams, ownTeamIds },
  mayShare,
  typed,
  error,
}: {
  readonly locale: Locale;
  readonly list: Pick<Worklist, "teams" | "ownTeamIds">;
  readonly mayShare: boolean;
  readonly typed: TypedView;
  readonly error?: string | undefined;
}): SafeHtml {
  const t = worklistTexts(locale);
  const own = mayShare ? teams.filter(({ id }) => ownTeamIds.includes(id)) : [];
  return html`<form
    class="portal-filter"
    method="post"
    action="${vorgaengePaths.views}"
  >
    <input type="hidden" name="${viewFields.query}" value="${typed.query}" />
    ${textInput({
      name: viewFields.name,
      label: t("views.name"),
      value: typed.name,
      maxLength: longestViewName,
      error,
      locale,
    })}
    ${
      own.length > 0 &&
      select({
        name: viewFields.team,
        label: t("views.for"),
        options: own.map(({ id, name }) => ({
          value: id,
          label: t("views.for-team", { team: name }),
        })),
        value: typed.teamId,
        emptyLabel: t("views.for-me"),
        locale,
      })
    }
    <div class="portal-filter__actions">
      ${button({ label: t("views.save"), variant: "secondary" })}
    </div>
  </form>`;
}
