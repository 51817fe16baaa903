import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDate } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { accordion } from "../../../ui/accordion.ts";
import { definitionRows } from "../../../ui/definition-rows.ts";
import type { FormDefinition } from "../../forms/index.ts";
import { submissionsTexts } from "../i18n/texts.ts";

/** Where the form comes from, folded: so that everybody can check what the portal shows against its source. */
export function formProvenance(
  definition: FormDefinition,
  locale: Locale,
): SafeHtml {
  const t = submissionsTexts(locale);
  return accordion({
    title: t("provenance.title"),
    body: html`${definitionRows(rowsOf(definition, locale))}`,
  });
}

function rowsOf(
  { key, version, provenance }: FormDefinition,
  locale: Locale,
): { term: string; value: string | SafeHtml }[] {
  const t = submissionsTexts(locale);
  const { publisher, legalBasis, releasedOn } = provenance;
  const german = (text: string) => html`<span lang="de">${text}</span>`;
  return [
    { term: t("provenance.id"), value: key },
    { term: t("provenance.version"), value: version },
    {
      term: t("provenance.status"),
      value: t(`provenance.status.${provenance.status}`),
    },
    {
      term: t("provenance.standard"),
      value: t(`provenance.standard.${provenance.standard}`),
    },
    ...(releasedOn === undefined
      ? []
      : [
          {
            term: t("provenance.released"),
            value: formatDate(new Date(releasedOn), locale),
          },
        ]),
    ...(publisher === undefined
      ? []
      : [{ term: t("provenance.publisher"), value: german(publisher) }]),
    ...(legalBasis === undefined
      ? []
      : [{ term: t("provenance.legal-basis"), value: german(legalBasis) }]),
  ];
}
