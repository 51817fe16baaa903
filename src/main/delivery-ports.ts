import { createCmisConnector } from "../connectors/cmis/index.ts";
import { createEmailEncryptedConnector } from "../connectors/email-encrypted/index.ts";
import { createEmailNoticeConnector } from "../connectors/email-notice/index.ts";
import { createFitConnectConnector } from "../connectors/fit-connect/index.ts";
import { createFolderConnector } from "../connectors/folder/index.ts";
import { createPickupConnector } from "../connectors/pickup/index.ts";
import { createSftpConnector } from "../connectors/sftp/index.ts";
import { createWebhookConnector } from "../connectors/webhook/index.ts";
import { listLeistungNames } from "../modules/catalogue/index.ts";
import {
  indexConnectors,
  openConnectorNotes,
  putNoticeOnce,
  type Connector,
} from "../modules/delivery/index.ts";
import type { DeliveryModulePorts } from "../modules/delivery/module.ts";
import { listEmailsOfRole } from "../modules/staff/index.ts";
import type { createSubmissionSource } from "../modules/submissions/index.ts";
import { noteFromElsewhere } from "../modules/vorgaenge/index.ts";
import type { Portal } from "../modules/tenants/index.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import { deliveryDirectory } from "./delivery-directory.ts";
import { tellApplicantOf } from "./postfach-ports.ts";
import { mailSender, openSealedTransport } from "./mail-ports.ts";
import { plainHttpIn } from "./plain-http.ts";
import { openGuardedHttp, reachOf } from "./reach.ts";
import { systemActor, type Services } from "./services.ts";

/** What the outbox needs of the others: what was sent, where it can go, and who is told when it does not arrive. */
export function deliveryPorts(
  services: Services,
  submissions: ReturnType<typeof createSubmissionSource>,
): DeliveryModulePorts {
  const { logger } = services;
  return {
    connectors: indexConnectors(createConnectors(services)),
    source: submissions,
    listLeistungen: listLeistungNames,
    onFault: (error, deliveryId) => {
      logger.error({ error, deliveryId }, "delivery: connector failed");
    },
    onAnswer: async (context, db, { submissionId, kind, destinationName }) => {
      const portal = await getPortal(services, context.tenantId);
      await noteFromElsewhere(context, db, {
        news: { submissionId, kind, place: destinationName },
        tellApplicant: tellApplicantOf(portal),
      });
    },
    officeEmailOf: async (tenantId) =>
      (await services.portals.findById(tenantId))?.contact.email,
    listAdministratorEmails: (context, db) =>
      listEmailsOfRole(context, db, "admin"),
    baseUrlOf: (tenantId) => baseUrlOf(services, tenantId),
    portalNames: async () =>
      new Map(
        (await services.portals.list()).map(({ tenantId, shortName }) => [
          tenantId,
          shortName,
        ]),
      ),
  };
}

/** Connectors to back-office systems; their keys are checked for duplicates at start. */
export function createConnectors(services: Services): readonly Connector[] {
  const { settings } = services;
  return [
    createFitConnectConnector({
      http: openGuardedHttp(settings),
      clock: services.clock,
      plainHttp: plainHttpIn(settings),
      notes: openConnectorNotes((tenantId) =>
        services.contextFor({ tenantId, actor: systemActor }),
      ),
    }),
    createFolderConnector({
      directoryOfTenant: async (tenantId) =>
        deliveryDirectory(services, await getPortal(services, tenantId)),
    }),
    createWebhookConnector({
      http: openGuardedHttp(settings),
      clock: services.clock,
      plainHttp: plainHttpIn(settings),
    }),
    createSftpConnector({ reach: reachOf(settings) }),
    createCmisConnector({
      http: openGuardedHttp(settings),
      clock: services.clock,
      plainHttp: plainHttpIn(settings),
    }),
    createPickupConnector({ clock: services.clock }),
    createEmailEncryptedConnector({
      transport: openSealedTransport(settings),
      clock: services.clock,
      senderOf: async (tenantId) => ({
        name: (await getPortal(services, tenantId)).name,
        address: mailSender(settings),
      }),
    }),
    createEmailNoticeConnector({
      putNoticeOnce: ({ tenantId, deliveryId, mail }) =>
        putNoticeOnce(
          services.contextFor({ tenantId, actor: systemActor }),
          deliveryId,
          mail,
        ),
      workplaceUrlOf: async (tenantId) =>
        `${await baseUrlOf(services, tenantId)}/arbeitsplatz`,
    }),
  ];
}

async function baseUrlOf(
  services: Services,
  tenantId: string,
): Promise<string> {
  const { host } = await getPortal(services, tenantId);
  return portalBaseUrl(host, services.settings);
}

async function getPortal(
  { portals }: Services,
  tenantId: string,
): Promise<Portal> {
  const portal = await portals.findById(tenantId);
  if (!portal)
    throw new Error("main: a tenant with deliveries has no portal (any more)");
  return portal;
}
