import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { isId } from "../../../platform/values/id.ts";
import type { LeistungRules } from "../domain/bescheid.ts";
import type { BescheidePorts } from "../ports.ts";
import { listRuledLeistungen, saveRules } from "../use-cases/leistung-rules.ts";
import { listTexts } from "../use-cases/list-texts.ts";
import { textPaths } from "./bescheide-paths.ts";
import { rulePage, rulesFields, rulesPage } from "./rules-pages.ts";

/** How the Leistungen of an authority are decided. */
export function rulesRoutes(ports: BescheidePorts): readonly Route[] {
  const route = (
    method: Route["method"],
    path: string,
    handle: (request: PortalRequest) => Promise<Reply>,
  ): Route => ({
    method,
    path,
    audience: "staff",
    permission: "bescheid.rules",
    handle,
  });
  return [
    route("GET", textPaths.rules, async ({ context, locale }) =>
      rulesPage(await listRuledLeistungen(context, ports), locale),
    ),
    route("GET", textPaths.rule(":name"), (request) =>
      showRule(request, ports),
    ),
    route("POST", textPaths.rule(":name"), (request) => save(request, ports)),
  ];
}

async function showRule(
  { context, locale, params }: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const leistungen = await listRuledLeistungen(context, ports);
  const leistung = leistungen.find(({ slug }) => slug === params["name"]);
  if (!leistung) return showError(404);
  return rulePage({ leistung, texts: await listTexts(context, ports), locale });
}

async function save(
  { context, params, fields }: PortalRequest,
  ports: BescheidePorts,
): Promise<Reply> {
  const saved = await saveRules(
    context,
    { leistungSlug: params["name"] ?? "", rules: rulesIn(fields) },
    ports,
  );
  return saved.ok ? redirect(textPaths.rules) : showError(404);
}

function rulesIn(fields: URLSearchParams): LeistungRules {
  const id = (name: string) => {
    const value = fields.get(name) ?? "";
    return isId(value) ? value : undefined;
  };
  return {
    needsSecondPerson: fields.has(rulesFields.second),
    needsBescheid: fields.has(rulesFields.needed),
    law: fields.get(rulesFields.law) === "taxes" ? "taxes" : "general",
    letters: {
      granted: id(rulesFields.letter("granted")),
      partly: id(rulesFields.letter("partly")),
      refused: id(rulesFields.letter("refused")),
    },
    remedyId: id(rulesFields.remedy),
  };
}
