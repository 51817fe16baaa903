import { html } from "../../../platform/html/html.ts";
import {
  page,
  type Page,
  type PortalRequest,
} from "../../../shell/web/route.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { bescheideTexts } from "../i18n/texts.ts";
import type { BescheidePorts } from "../ports.ts";
import { findRules } from "../use-cases/leistung-rules.ts";
import { listTexts } from "../use-cases/list-texts.ts";
import { bescheidPaths } from "./bescheide-paths.ts";
import { beginFields, beginForm, type BeginInput } from "./vorgang-section.ts";

/** The form of the Vorgang's page once more, where something was left out; undefined where the caller may not open the Vorgang. */
export async function beginPage(
  { context, locale, params }: PortalRequest,
  ports: BescheidePorts,
  input: BeginInput,
): Promise<Page | undefined> {
  if (!context.actor.may("vorgang.edit")) return undefined;
  const opened = await ports.openVorgang(context, params["id"] ?? "");
  if (!opened) return undefined;
  const { vorgang } = opened;
  const t = bescheideTexts(locale);
  const isLetter = input.problem === "letter-missing";
  const text = t(
    isLetter ? "section.letter.missing" : "section.outcome.missing",
  );
  const fieldId = isLetter ? beginFields.letter : beginFields.outcome;
  const title = t("section.begin");
  return page({
    status: 422,
    title: t("error-title", { title }),
    section: bescheidPaths.waiting,
    scripts: ["focus-error-summary"],
    main: html`${backLink({
      label: t("draft.back"),
      href: bescheidPaths.vorgang(vorgang.id),
    })}
    ${errorSummary({ errors: [{ fieldId, text }], locale })}
    ${pageHeading({ title })}
    ${beginForm({
      vorgang,
      locale,
      isChange: vorgang.state === "decided",
      rules: await findRules(context, vorgang.leistungSlug),
      texts: await listTexts(context, ports),
      input,
    })}`,
  });
}
