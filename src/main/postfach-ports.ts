import {
  correspondenceSection,
  listCorrespondence,
  messagesOf,
  provideMessage,
  provideReceipt,
} from "../modules/postfach/index.ts";
import type { PostfachPorts } from "../modules/postfach/module.ts";
import {
  findSubmissionOwner,
  type SubmittedListener,
} from "../modules/submissions/index.ts";
import {
  noteAnswer,
  type FindSubmissionByStatusLink,
  type PostfachSections,
  type TellApplicant,
} from "../modules/vorgaenge/index.ts";
import { newId } from "../platform/values/id.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import type { Services } from "./services.ts";

/** How the Postfach reaches portals and submissions. */
export function postfachPorts(
  services: Services,
  findByStatusLink: FindSubmissionByStatusLink,
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
    answerListeners: [noteAnswer],
  };
}

/** The receipt lies in the Postfach from the moment of the deposit. */
export const provideReceiptOf: SubmittedListener = (
  context,
  db,
  { submissionId, reference, leistungTitle, owner },
) =>
  provideReceipt(context, db, {
    submissionId,
    reference,
    title: leistungTitle,
    owner,
  });

/** What a caseworker writes to the applicant goes into the Postfach together with the event. */
export const tellApplicant: TellApplicant = async (
  context,
  db,
  { kind, text, ...subject },
) => {
  const owner = await findSubmissionOwner(context, db, subject.submissionId);
  await provideMessage(context, db, {
    messageId: newId(),
    kind,
    text,
    subject: { ...subject, owner },
  });
};

/** What the pages of a Vorgang show of the Postfach. */
export const postfachSections: PostfachSections = {
  forApplicant: (context, { submissionId, link, locale }) =>
    messagesOf(context, submissionId, { link, locale }),
  forCaseworker: async (context, { submissionId, locale }) =>
    correspondenceSection(await listCorrespondence(context, submissionId), {
      submissionId,
      locale,
    }),
};
