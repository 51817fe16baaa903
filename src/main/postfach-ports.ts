import {
  correspondenceSection,
  findUnreachable,
  listCorrespondence,
  messagesOf,
  namesLegalRemedy,
  provideMessage,
  provideReceipt,
  type ProvidedDocument,
} from "../modules/postfach/index.ts";
import type { PostfachPorts } from "../modules/postfach/module.ts";
import {
  findSubmissionOwner,
  type SubmittedEvent,
} from "../modules/submissions/index.ts";
import {
  findSuccessor,
  noteAnswer,
  type FindSubmissionByStatusLink,
  type PostfachSections,
  type TellApplicant,
} from "../modules/vorgaenge/index.ts";
import type { Context } from "../platform/context/context.ts";
import type { Db } from "../platform/database/database.ts";
import { landOfAuthority } from "../platform/calendar/land.ts";
import { newId } from "../platform/values/id.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import { mirroringOf } from "./mirroring.ts";
import { recipientOf } from "./postfach-recipient.ts";
import type { Services } from "./services.ts";

/** How the Postfach reaches portals and submissions. */
export function postfachPorts(
  services: Services,
  findByStatusLink: FindSubmissionByStatusLink,
  personal: Pick<PostfachPorts, "choiceOf" | "tellBySms">,
): PostfachPorts {
  const { files, scanner, portals, settings } = services;
  return {
    files,
    scanner,
    contextIn: ({ actor, locale, correlationId }, tenantId) =>
      services.contextFor({ tenantId, actor, locale, correlationId }),
    portalOf: async (tenantId) => {
      const portal = await portals.findById(tenantId);
      return (
        portal && {
          name: portal.name,
          baseUrl: portalBaseUrl(portal.host, settings),
        }
      );
    },
    findByStatusLink,
    recipientOf: recipientOf(services),
    successorOf: async (context, submissionId) => {
      const successor = await findSuccessor(context, submissionId);
      const portal = successor && (await portals.findById(successor.tenantId));
      return (
        successor && {
          name: successor.name,
          baseUrl: portal ? portalBaseUrl(portal.host, settings) : "",
        }
      );
    },
    ...personal,
    mirroring: mirroringOf(services),
    answerListeners: [noteAnswer],
  };
}

/** The receipt lies in the Postfach from the moment of the deposit. One statement. */
export function provideReceiptOf(
  context: Context,
  db: Db,
  {
    submissionId,
    reference,
    leistungTitle,
    owner,
  }: Pick<
    SubmittedEvent,
    "submissionId" | "reference" | "leistungTitle" | "owner"
  >,
): Promise<void> {
  return provideReceipt(context, db, {
    submissionId,
    reference,
    title: leistungTitle,
    owner,
  });
}

/** What a caseworker writes to the applicant goes into the Postfach together with the event; a decision is a Bescheid. */
export function tellApplicantOf(
  {
    ars,
  }: {
    readonly ars: string | null;
  },
  documents: readonly ProvidedDocument[] = [],
): TellApplicant {
  return async (context, db, { kind, text, ...subject }) => {
    const owner = await findSubmissionOwner(context, db, subject.submissionId);
    await provideMessage(context, db, {
      messageId: newId(),
      kind,
      text,
      documents,
      subject: { ...subject, owner },
      bescheid:
        kind === "decision"
          ? {
              land: landOfAuthority(ars ?? ""),
              law: "general",
              hasLegalRemedyText: namesLegalRemedy(text),
            }
          : undefined,
    });
  };
}

/** What the pages of a Vorgang show of the Postfach. */
export const postfachSections: PostfachSections = {
  forApplicant: (context, { submissionId, link, locale }) =>
    messagesOf(context, submissionId, { link, locale }),
  forCaseworker: async (context, { submissionId, locale }) => {
    const [messages, unreachable] = await Promise.all([
      listCorrespondence(context, submissionId),
      findUnreachable(context, submissionId),
    ]);
    return correspondenceSection(messages, {
      submissionId,
      locale,
      unreachable,
    });
  },
};
