import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { alert } from "../../../ui/alert.ts";
import { button } from "../../../ui/button.ts";
import { select } from "../../../ui/select.ts";
import { textInput } from "../../../ui/text-input.ts";
import type { NeededFact } from "../domain/decide.ts";
import type { ZustaendigkeitRule } from "../domain/rule.ts";
import { zustaendigkeitTexts } from "../i18n/texts.ts";
import type { RuleChoices } from "../use-cases/edit-rules.ts";
import type { Responsible } from "../use-cases/find-responsible.ts";
import { rulesPath } from "./paths.ts";
import { describeTarget } from "./rules-page.ts";

/** What somebody tries. */
export type Trial = {
  readonly leistungSlug: string;
  readonly postcode: string;
  readonly town: string;
  readonly street: string;
  readonly familyName: string;
};

export type TrialShown = {
  readonly locale: Locale;
  readonly trial: Trial;
  readonly choices: RuleChoices;
  readonly rules: readonly ZustaendigkeitRule[];
  /** `not-asked`: nothing was tried yet. */
  readonly found: Responsible | "nobody" | "not-asked";
};

/** Names of the fields, in the address: a result can be passed on. */
export const trialFields = {
  leistungSlug: "leistung",
  postcode: "plz",
  town: "ort",
  street: "strasse",
  familyName: "familienname",
} as const satisfies Record<keyof Trial, string>;

/** The form to try who gets an application, with what came out. */
export function trialForm(shown: TrialShown): SafeHtml {
  const { locale, trial, choices, found } = shown;
  const t = zustaendigkeitTexts(locale);
  const typed = (field: Exclude<keyof Trial, "leistungSlug">, label: string) =>
    textInput({
      name: trialFields[field],
      label,
      isOptional: true,
      value: trial[field],
      autocomplete: "off",
      locale,
    });
  return html`${found !== "not-asked" && result(shown)}
    <form method="get" action="${rulesPath}">
      ${select({
        name: trialFields.leistungSlug,
        label: t("column.leistung"),
        options: choices.leistungen,
        value: trial.leistungSlug,
        locale,
      })}
      ${typed("postcode", t("try.postcode"))} ${typed("town", t("try.town"))}
      ${typed("street", t("try.street"))}
      ${typed("familyName", t("try.family-name"))}
      ${button({ label: t("try.button"), variant: "secondary" })}
    </form>`;
}

function result({ locale, found, rules, choices }: TrialShown): SafeHtml {
  const t = zustaendigkeitTexts(locale);
  if (found === "nobody" || found === "not-asked")
    return alert({
      kind: "warning",
      title: t("try.nobody"),
      body: t("try.nobody.body"),
    });
  const names = found.ruleIds.map(
    (id) => rules.find((rule) => rule.id === id)?.name ?? t("rule.elsewhere"),
  );
  const said = [
    ...describeTarget(found.within, choices, locale),
    names.length === 0
      ? t("try.rules.none")
      : t("try.rules", { names: names.join(", ") }),
    ...(found.needs.length > 0
      ? [t("try.needs", { needs: needsInWords(found.needs, locale) })]
      : []),
  ];
  return alert({
    kind: "info",
    title: t("try.result", { authority: found.authority.name }),
    body: html`${said.map((text) => html`<p class="kern-body">${text}</p>`)}`,
  });
}

/** What it still depends on. */
export function needsInWords(
  needs: readonly NeededFact[],
  locale: Locale,
): string {
  const t = zustaendigkeitTexts(locale);
  return needs.map((need) => t(`need.${need}`)).join(", ");
}
