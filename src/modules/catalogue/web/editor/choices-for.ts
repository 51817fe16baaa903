import type { PortalRequest } from "../../../../shell/web/route.ts";
import { listOffices } from "../../../tenants/index.ts";
import { inLanguage } from "../../domain/content/leistung-content.ts";
import { editorTexts } from "../../i18n/texts.ts";
import { readAllSituations } from "../../use-cases/situations/read-situations.ts";
import type { ComparedWords } from "./words-of-input.ts";

/** Offices and topics of the portal, also those that nobody sees today. */
export async function choicesFor({
  context,
  locale,
}: PortalRequest): Promise<Pick<ComparedWords, "offices" | "situations">> {
  const t = editorTexts(locale);
  const offices = await listOffices(context);
  const situations = await readAllSituations(context);
  return {
    offices: offices.map(({ slug, name }) => ({ value: slug, label: name })),
    situations: situations.map(({ key, names, isShown }) => ({
      value: key,
      label: isShown
        ? inLanguage(names, locale).text
        : t("option.hidden", { name: inLanguage(names, locale).text }),
    })),
  };
}
