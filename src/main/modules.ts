import {
  accountsModule,
  takeAccountOfCode,
} from "../modules/accounts/module.ts";
import { sealPurpose } from "../modules/audit/index.ts";
import { auditModule } from "../modules/audit/module.ts";
import { listLeistungNames } from "../modules/catalogue/index.ts";
import {
  listFilesOfBescheide,
  mayDecidePlainly,
} from "../modules/bescheide/index.ts";
import { bescheideModule } from "../modules/bescheide/module.ts";
import {
  catalogueModule,
  type CataloguePorts,
} from "../modules/catalogue/module.ts";
import { enqueueDeliveries } from "../modules/delivery/index.ts";
import { deliveryModule } from "../modules/delivery/module.ts";
import {
  listSignInWays,
  offerProviderSignOut,
} from "../modules/federation/index.ts";
import { federationModule } from "../modules/federation/module.ts";
import { formsModule } from "../modules/forms/module.ts";
import { mapsModule } from "../modules/maps/module.ts";
import { noticesModule } from "../modules/notices/module.ts";
import { operationModule } from "../modules/operation/module.ts";
import { listStaffNames } from "../modules/staff/index.ts";
import { staffModule } from "../modules/staff/module.ts";
import {
  countOpenDrafts,
  createSubmissionSource,
  findNotificationAddress,
  type SubmittedListener,
} from "../modules/submissions/index.ts";
import { submissionsModule } from "../modules/submissions/module.ts";
import { listFilesInPostfach } from "../modules/postfach/index.ts";
import { postfachModule } from "../modules/postfach/module.ts";
import { representationModule } from "../modules/representation/module.ts";
import { retentionModule } from "../modules/retention/module.ts";
import { tenantsModule } from "../modules/tenants/module.ts";
import {
  listFilesOfOpinions,
  openVorgang,
} from "../modules/vorgaenge/index.ts";
import { vorgaengeModule } from "../modules/vorgaenge/module.ts";
import type { Settings } from "../platform/config/settings.ts";
import {
  directoryMapTiles,
  type MapTiles,
} from "../platform/map-tiles/map-tiles.ts";
import { createRelyingParty } from "../platform/openid-connect/relying-party.ts";
import { createHttpClient } from "../platform/http-client/http-client.ts";
import type { ModuleContribution } from "../shell/module.ts";
import { httpTimeStampAuthority } from "../platform/time-stamp/time-stamp-authority.ts";
import { portalBaseUrl } from "../shell/web/host.ts";
import { accountPorts } from "./account-ports.ts";
import { auditPorts } from "./audit-ports.ts";
import { bescheidePorts, bescheidSections } from "./bescheide-ports.ts";
import { applicationsPorts } from "./applications-ports.ts";
import { amendedListeners, correctionPorts } from "./correction-ports.ts";
import { authoritiesOf } from "./authorities.ts";
import { deliveryPorts } from "./delivery-ports.ts";
import { federationPorts } from "./federation-ports.ts";
import {
  postfachPorts,
  postfachSections,
  provideReceiptOf,
  tellApplicantOf,
} from "./postfach-ports.ts";
import { draftReminders } from "./draft-reminders.ts";
import { handOverPorts } from "./hand-over-ports.ts";
import { plainHttpIn } from "./plain-http.ts";
import {
  noticesPorts,
  personalNotices,
  unlessUnwished,
} from "./notices-ports.ts";
import { ownDataPorts } from "./own-data-ports.ts";
import { representationPorts } from "./representation-ports.ts";
import { retentionPorts, retentionShown } from "./retention-ports.ts";
import { scopeChoicesOf } from "./scope-choices.ts";
import { guestActor, type Services } from "./services.ts";
import { vorgangSections } from "./vorgang-sections.ts";

/** The one list of what this installation consists of. */
export function collectModules(
  services: Services,
): readonly ModuleContribution[] {
  const { files, scanner, pdf, portals, settings } = services;
  const submissions = createSubmissionSource({
    files,
    scanner,
    pdf,
    findPortal: (tenantId) => portals.findById(tenantId),
    baseUrlOf: (portal) => portalBaseUrl(portal.host, settings),
  });
  return [
    tenantsModule({ portals }),
    catalogueModule(cataloguePorts(services)),
    ...accountModules(services),
    representationModule({ listScopeChoices: scopeChoicesOf(services) }),
    auditModuleOf(services),
    staffModuleOf(settings),
    formsModule({ countOpenDrafts }),
    submissionsModule({
      files,
      scanner,
      pdf,
      listeners: submittedListeners,
      amendedListeners,
      keptElsewhere: [
        listFilesInPostfach,
        listFilesOfBescheide,
        listFilesOfOpinions,
      ],
      portalOf: draftReminders(services),
      ...applicationsPorts(services),
      ownData: ownDataPorts(),
      staffNames: listStaffNames,
      takeAccountAtCounter: takeAccountOfCode,
      ...representationPorts(services),
    }),
    ...vorgangModules(services, submissions),
    retentionModule(retentionPorts(services)),
    deliveryModule(deliveryPorts(services, submissions)),
    mapsModule({ tiles: mapTilesOf(settings) }),
    operationModule({
      portals,
      cipherOf: services.cipherOf,
      isMailSent: settings.smtpUrl !== undefined,
    }),
  ];
}

function cataloguePorts(services: Services): CataloguePorts {
  return {
    portals: services.portals,
    guestIn: ({ locale, correlationId }, tenantId) =>
      services.contextFor({
        tenantId,
        actor: guestActor,
        locale,
        correlationId,
      }),
  };
}

/** What caseworkers do with applications, and what they and applicants write to each other. */
function vorgangModules(
  services: Services,
  submissions: ReturnType<typeof createSubmissionSource>,
): readonly ModuleContribution[] {
  const bescheide = bescheidePorts(services, submissions);
  const notices = noticesPorts(services);
  return [
    vorgaengeModule({
      submissions,
      authorities: authoritiesOf(services),
      findNotificationAddress: unlessUnwished(
        services,
        findNotificationAddress,
      ),
      findSubmissionByStatusLink: submissions.findByStatusLink,
      findOwnSubmission: submissions.findOwn,
      corrections: correctionPorts(submissions),
      handOver: handOverPorts(services),
      expertFiles: services,
      mayDecidePlainly,
      tellApplicantOf,
      postfachSections,
      retention: retentionShown,
      sections: [...vorgangSections, bescheidSections(bescheide)],
      listLeistungen: listLeistungNames,
    }),
    bescheideModule(bescheide),
    postfachModule(
      postfachPorts(
        services,
        submissions.findByStatusLink,
        personalNotices(services, notices),
      ),
    ),
    noticesModule(notices),
  ];
}

/** The Servicekonto, and signing in to it at others. */
function accountModules(services: Services): readonly ModuleContribution[] {
  const federation = federationPorts(services);
  return [
    accountsModule({
      ...accountPorts(services),
      listSignInWays: (context, where) =>
        listSignInWays(context, federation, where),
      offerProviderSignOut: (context, session) =>
        offerProviderSignOut(context, federation, session),
    }),
    federationModule(federation),
  ];
}

function auditModuleOf({ settings, signerOf }: Services): ModuleContribution {
  const { timeStampUrl } = settings;
  return auditModule({
    ...auditPorts,
    signer: signerOf(sealPurpose),
    timeStampAuthority:
      timeStampUrl === undefined
        ? undefined
        : httpTimeStampAuthority(timeStampUrl, createHttpClient()),
  });
}

function staffModuleOf(settings: Settings): ModuleContribution {
  const ground = {
    http: createHttpClient(),
    plainHttp: plainHttpIn(settings),
  };
  return staffModule({
    listLeistungen: listLeistungNames,
    startPaths: { authority: "/arbeitsplatz", installation: "/betrieb" },
    policy: settings.staffSecondFactor,
    openRelyingParty: (party) => createRelyingParty(party, ground),
  });
}

function mapTilesOf({ mapTilesDir }: Settings): MapTiles | undefined {
  return mapTilesDir === undefined ? undefined : directoryMapTiles(mapTilesDir);
}

/** What is written together with a submission. */
const submittedListeners: readonly SubmittedListener[] = [
  openVorgang,
  provideReceiptOf,
  async (_context, db, event) => {
    await enqueueDeliveries(db, event);
  },
];
