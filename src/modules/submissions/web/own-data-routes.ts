import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import { findLeistungHead } from "../../catalogue/index.ts";
import type { OwnDataPorts } from "../ports.ts";
import { agreeToOwnData, refuseOwnData } from "../use-cases/answer-own-data.ts";
import type { Draft } from "../domain/draft.ts";
import type { OwnData } from "../domain/own-data.ts";
import { antragPath, withDraft } from "./antrag-request.ts";
import { answerField, ownDataPage } from "./own-data-page.ts";
import { ownDataPath } from "./own-data-path.ts";
import { submissionsTexts } from "../i18n/texts.ts";
import { ownDataOfDraft, ownDataVisitor } from "./step-own-data.ts";

/** Whether the account may fill in the form: shown and asked before the first step. */
export function ownDataRoutes(ports: OwnDataPorts): readonly Route[] {
  const path = "/leistungen/:name/antrag/angaben";
  return [
    {
      method: "GET",
      path,
      audience: "guest",
      handle: (request) => showQuestion(request, ports),
    },
    {
      method: "POST",
      path,
      audience: "guest",
      handle: (request) => takeAnswer(request, ports),
    },
  ];
}

/** Where there is nothing to ask one goes on with the form. */
async function withOwnData(
  request: PortalRequest,
  ports: OwnDataPorts,
  handle: (asked: {
    readonly draft: Draft;
    readonly own: OwnData;
  }) => Promise<Reply>,
): Promise<Reply> {
  return withDraft(request, async (draft) => {
    const own = await ownDataOfDraft(request, ports, draft);
    return own && own.placed.length > 0
      ? handle({ draft, own })
      : redirect(firstStep(draft));
  });
}

async function showQuestion(
  request: PortalRequest,
  ports: OwnDataPorts,
): Promise<Reply> {
  return withOwnData(request, ports, async ({ draft, own }) => {
    const leistung = await findLeistungHead(
      request.context,
      draft.leistungSlug,
    );
    return ownDataPage(request, {
      draft,
      own,
      isForGuests: leistung?.assuranceLevel === "none",
    });
  });
}

async function takeAnswer(
  request: PortalRequest,
  ports: OwnDataPorts,
): Promise<Reply> {
  const answer = request.fields.get(answerField);
  if (answer !== "ja" && answer !== "nein") return showError(400);
  return withOwnData(request, ports, async ({ draft, own }) => {
    const { context } = request;
    const isSaved =
      answer === "nein"
        ? await refuseOwnData(context, draft)
        : await agreeToOwnData(context, {
            visitor: ownDataVisitor(request),
            draft,
            own,
            label: await consentLabel(request, draft),
          });
    return redirect(
      isSaved ? firstStep(draft) : ownDataPath(draft.leistungSlug),
    );
  });
}

/** What is agreed to, in words that the owner finds again in their list. */
async function consentLabel(
  { account, authority, context, locale }: PortalRequest,
  { definition, leistungSlug }: Draft,
): Promise<string> {
  const t = submissionsTexts(locale);
  const leistung = await findLeistungHead(context, leistungSlug);
  const names = {
    leistung: leistung?.title ?? definition.title,
    portal: authority.name,
  };
  const party = account?.actingFor?.name;
  return party === undefined
    ? t("own-data.label", names)
    : t("own-data.label.party", { ...names, party });
}

function firstStep({ leistungSlug }: Draft): string {
  return antragPath(leistungSlug, "/schritt/1");
}
