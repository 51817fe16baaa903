import { readFileSync } from "node:fs";
import { emailNoticeMails } from "../connectors/email-notice/index.ts";
import { unknownStateMail } from "../modules/api/index.ts";
import { accountMails } from "../modules/accounts/module.ts";
import { editorMails } from "../modules/catalogue/index.ts";
import { contactMails } from "../modules/contact/index.ts";
import { overdueMails } from "../modules/delivery/index.ts";
import { findChoice, tellBySms, type Topic } from "../modules/notices/index.ts";
import type { NoticesPorts } from "../modules/notices/module.ts";
import { brokenLinksMail } from "../modules/links/index.ts";
import { postfachMails } from "../modules/postfach/index.ts";
import type { PostfachPorts } from "../modules/postfach/module.ts";
import { listStaffEmails } from "../modules/staff/index.ts";
import { announcedMail } from "../modules/retention/index.ts";
import { representationMails } from "../modules/representation/index.ts";
import {
  findSubmissionOwner,
  submissionMails,
} from "../modules/submissions/index.ts";
import {
  vorgangMails,
  type FindNotificationAddress,
} from "../modules/vorgaenge/index.ts";
import { SettingsError } from "../platform/config/settings-error.ts";
import type { Settings } from "../platform/config/settings.ts";
import { createHttpClient } from "../platform/http-client/http-client.ts";
import {
  httpSmsGateway,
  smsServiceSchema,
  type SmsService,
} from "../platform/sms/sms-gateway.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import {
  installationTenantId,
  systemActor,
  type Services,
} from "./services.ts";

/** Without a gateway short messages are kept; there is no need of many. */
const limitWithoutGateway = 500;

/** What notices need of the rest. */
export function noticesPorts({ settings }: Services): NoticesPorts {
  const service = smsServiceOf(settings);
  return {
    mailTexts: [
      ...submissionMails,
      ...vorgangMails,
      ...postfachMails,
      ...Object.values(overdueMails),
      ...Object.values(emailNoticeMails),
      unknownStateMail,
      announcedMail,
      ...accountMails,
      ...representationMails,
      ...contactMails,
      ...editorMails,
      brokenLinksMail,
    ],
    gateway: service && httpSmsGateway(service, createHttpClient()),
    smsDailyLimit: service?.dailyLimit ?? limitWithoutGateway,
    emailOfStaff: async (context, staffId) => {
      const [email] = await context.transaction((db) =>
        listStaffEmails(context, db, [staffId]),
      );
      return email;
    },
    baseUrlOf: (portal) => portalBaseUrl(portal.host, settings),
  };
}

/** Stops the start where the file cannot be used. */
function smsServiceOf({ smsGatewayFile }: Settings): SmsService | undefined {
  if (smsGatewayFile === undefined) return undefined;
  try {
    const text = readFileSync(smsGatewayFile, "utf8");
    return smsServiceSchema.parse(JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : "cannot be read";
    throw new SettingsError(`SMS_GATEWAY_FILE cannot be used: ${why}`, {
      cause,
    });
  }
}

/** How the Postfach tells people as they have chosen. */
export function personalNotices(
  services: Services,
  { smsDailyLimit }: Pick<NoticesPorts, "smsDailyLimit">,
): Pick<PostfachPorts, "choiceOf" | "tellBySms"> {
  return {
    choiceOf: (accountId) => choiceOf(services, accountId, "message"),
    tellBySms: async (accountId, notice) =>
      tellBySms(await accountsContext(services), {
        accountId,
        ...notice,
        dailyLimit: smsDailyLimit,
      }),
  };
}

/** Of an application whose owner wants no e-mails about its progress there is no address to write to. */
export function unlessUnwished(
  services: Services,
  find: FindNotificationAddress,
): FindNotificationAddress {
  return async (context, submissionId) => {
    const address = await find(context, submissionId);
    if (!address) return undefined;
    const owner = await context.transaction((db) =>
      findSubmissionOwner(context, db, submissionId),
    );
    const way = owner
      ? await choiceOf(services, owner.actingAccountId, "progress")
      : "at-once";
    return way === "none" ? undefined : address;
  };
}

async function choiceOf(services: Services, accountId: string, topic: Topic) {
  return findChoice(await accountsContext(services), accountId, topic);
}

async function accountsContext(services: Services) {
  return services.contextFor({
    tenantId: await installationTenantId(services),
    actor: systemActor,
  });
}
