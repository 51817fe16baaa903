import type { PortalRequest } from "../../../shell/web/route.ts";
import { listOffices } from "../../tenants/index.ts";
import { inLanguage } from "../domain/leistung-content.ts";
import { readSituations } from "../use-cases/read-situations.ts";
import type { ComparedWords } from "./words-of-input.ts";

/** Offices and topics of the portal. */
export async function choicesFor({
  context,
  locale,
}: PortalRequest): Promise<Pick<ComparedWords, "offices" | "situations">> {
  const offices = await listOffices(context);
  const situations = await readSituations(context);
  return {
    offices: offices.map(({ slug, name }) => ({ value: slug, label: name })),
    situations: situations.map(({ key, names }) => ({
      value: key,
      label: inLanguage(names, locale).text,
    })),
  };
}
