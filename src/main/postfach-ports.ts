import { findContacts } from "../modules/accounts/index.ts";
import {
  correspondenceSection,
  listCorrespondence,
  messagesOf,
  namesLegalRemedy,
  provideMessage,
  provideReceipt,
} from "../modules/postfach/index.ts";
import type { PostfachPorts, Recipient } from "../modules/postfach/module.ts";
import {
  findNotificationAddress,
  findSubmissionOwner,
  type SubmittedListener,
} from "../modules/submissions/index.ts";
import {
  noteAnswer,
  type FindSubmissionByStatusLink,
  type PostfachSections,
  type TellApplicant,
} from "../modules/vorgaenge/index.ts";
import { landOfKey } from "../platform/calendar/land.ts";
import type { Context } from "../platform/context/context.ts";
import { newId } from "../platform/values/id.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import {
  installationTenantId,
  systemActor,
  type Services,
} from "./services.ts";

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
    recipientOf: (context, thread) => recipientOf(services, context, thread),
    answerListeners: [noteAnswer],
  };
}

/** The account that acted, else the address that was given with the application. */
async function recipientOf(
  services: Services,
  context: Context,
  {
    id,
    submissionId,
    actingAccountId,
  }: Parameters<PostfachPorts["recipientOf"]>[1],
): Promise<Recipient | undefined> {
  const { portals, settings } = services;
  const portal = await portals.findById(context.tenantId);
  if (!portal) return undefined;
  const baseUrl = portalBaseUrl(portal.host, settings);
  const given = await findNotificationAddress(context, submissionId);
  if (actingAccountId === undefined)
    return (
      given && {
        email: given.email,
        url: `${baseUrl}/status/${given.statusKey}/nachrichten`,
        locale: undefined,
      }
    );
  const accounts = services.contextFor({
    tenantId: await installationTenantId(services),
    actor: systemActor,
  });
  const contacts = await accounts.transaction((db) =>
    findContacts(accounts, db, [actingAccountId]),
  );
  const contact = contacts.get(actingAccountId);
  const email = contact?.email ?? given?.email;
  return email === undefined
    ? undefined
    : { email, url: `${baseUrl}/postfach/${id}`, locale: contact?.locale };
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

/** What a caseworker writes to the applicant goes into the Postfach together with the event; a decision is a Bescheid. */
export function tellApplicantOf({
  ars,
}: {
  readonly ars: string | null;
}): TellApplicant {
  return async (context, db, { kind, text, ...subject }) => {
    const owner = await findSubmissionOwner(context, db, subject.submissionId);
    const land = landOfKey(ars ?? "");
    await provideMessage(context, db, {
      messageId: newId(),
      kind,
      text,
      subject: { ...subject, owner },
      bescheid:
        kind === "decision" && land
          ? { land, law: "general", hasLegalRemedyText: namesLegalRemedy(text) }
          : undefined,
    });
  };
}

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
