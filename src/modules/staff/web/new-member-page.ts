import { html } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button } from "../../../ui/button.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { textInput } from "../../../ui/text-input.ts";
import type { Role } from "../domain/roles.ts";
import { staffTexts } from "../i18n/texts.ts";
import { roleBoxes } from "./role-boxes.ts";
import { memberPaths } from "./staff-paths.ts";

export type NewMemberProps = {
  readonly locale: Locale;
  readonly allowed: readonly Role[];
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly errors: Readonly<
    Partial<Record<"login" | "displayName" | "roles", string>>
  >;
};

/** Name, address and roles of somebody new. */
export function newMemberPage(props: NewMemberProps): Page {
  const { locale, errors } = props;
  const t = staffTexts(locale);
  const listed = Object.entries(errors).map(([fieldId, text]) => ({
    fieldId,
    text,
  }));
  const title = t("members.add");
  const isWrong = listed.length > 0;
  return page({
    status: isWrong ? 422 : 200,
    title: isWrong ? t("sign-in.error-title", { title }) : title,
    section: memberPaths.list,
    scripts: isWrong ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("members.title"), href: memberPaths.list })}
      ${errorSummary({ errors: listed, locale })}
      ${pageHeading({ title, lead: t("members.add.lead") })}
      <form method="post" action="${memberPaths.add}" novalidate>
        ${textInput({
          name: "displayName",
          label: t("members.name"),
          value: props.displayName,
          autocomplete: "off",
          error: errors.displayName,
          locale,
        })}
        ${textInput({
          name: "login",
          label: t("account.login"),
          type: "email",
          value: props.login,
          autocomplete: "off",
          error: errors.login,
          locale,
        })}
        ${roleBoxes(props, errors.roles)}
        ${button({ label: t("members.add.button") })}
      </form>`,
  });
}
