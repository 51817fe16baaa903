import {
  accountsModule,
  takeAccountOfCode,
} from "../modules/accounts/module.ts";
import { sealPurpose } from "../modules/audit/index.ts";
import { auditModule } from "../modules/audit/module.ts";
import {
  listLeistungNames,
  listLeistungenOfOffice,
} from "../modules/catalogue/index.ts";
import { listFilesOfBescheide } from "../modules/bescheide/index.ts";
import { bescheideModule } from "../modules/bescheide/module.ts";
import {
  catalogueModule,
  editPath,
  inputLabel,
  type CataloguePorts,
  type EditorNotices,
  type FollowPorts,
} from "../modules/catalogue/module.ts";
import { contactModule } from "../modules/contact/module.ts";
import { countBrokenLinks } from "../modules/links/index.ts";
import { linksModule } from "../modules/links/module.ts";
import {
  findDirectoryOffices,
  findResponsibleOrganisation,
} from "../modules/exchange/index.ts";
import {
  exchangeModule,
  type ExchangePorts,
} from "../modules/exchange/module.ts";
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
import { admissionModule } from "../modules/admission/module.ts";
import { countAtWork, countOpenDrafts } from "../modules/submissions/index.ts";
import { submissionsModule } from "../modules/submissions/module.ts";
import { listFilesInPostfach } from "../modules/postfach/index.ts";
import { postfachModule } from "../modules/postfach/module.ts";
import { representationModule } from "../modules/representation/module.ts";
import { retentionModule } from "../modules/retention/module.ts";
import { zustaendigkeitModule } from "../modules/zustaendigkeit/module.ts";
import { showNoOffice, tenantsModule } from "../modules/tenants/module.ts";
import { listFilesOfOpinions } from "../modules/vorgaenge/index.ts";
import { vorgaengeModule } from "../modules/vorgaenge/module.ts";
import type { Settings } from "../platform/config/settings.ts";
import { mapTilesOf, officeMapOf } from "./office-map.ts";
import { createRelyingParty } from "../platform/openid-connect/relying-party.ts";
import { createHttpClient } from "../platform/http-client/http-client.ts";
import type { ModuleContribution } from "../shell/module.ts";
import { httpTimeStampAuthority } from "../platform/time-stamp/time-stamp-authority.ts";
import { listPrograms } from "../modules/api/index.ts";
import { apiModule } from "../modules/api/module.ts";
import { accountPorts } from "./account-ports.ts";
import { apiPorts } from "./api-ports.ts";
import { auditPorts } from "./audit-ports.ts";
import { arrivalsModule } from "../modules/arrivals/module.ts";
import { arrivalsPorts } from "./arrivals-ports.ts";
import { bescheidePorts } from "./bescheide-ports.ts";
import { applicationsPorts } from "./applications-ports.ts";
import { amendedListeners } from "./correction-ports.ts";
import { editorNotices } from "./editor-notices.ts";
import { deliveryPorts } from "./delivery-ports.ts";
import { federationPorts } from "./federation-ports.ts";
import { postfachPorts } from "./postfach-ports.ts";
import { draftReminders } from "./draft-reminders.ts";
import { plainHttpIn } from "./plain-http.ts";
import { openIdentityHttp } from "./reach.ts";
import { noticesPorts, personalNotices } from "./notices-ports.ts";
import { operationPorts } from "./operation-ports.ts";
import { ownDataPorts } from "./own-data-ports.ts";
import {
  callerIn,
  findReceiverOfPageIn,
  findReceiverIn,
  responsiblePorts,
  showNoLeistungIn,
  zustaendigkeitPorts,
} from "./responsible-ports.ts";
import { linkPorts } from "./link-ports.ts";
import { openGuardedHttp } from "./reach.ts";
import { reEncryptionModule } from "./re-encryption.ts";
import { representationPorts } from "./representation-ports.ts";
import { retentionPorts } from "./retention-ports.ts";
import { scopeChoicesOf } from "./scope-choices.ts";
import { systemActor, type Services } from "./services.ts";
import type { SubmissionSource } from "../modules/submissions/index.ts";
import {
  submissionSourceOf,
  submittedListeners,
  vorgaengePorts,
} from "./vorgaenge-ports.ts";

/** The one list of what this installation consists of. */
export function collectModules(
  services: Services,
): readonly ModuleContribution[] {
  const modules = modulesOf(services);
  return [...modules, reEncryptionModule(services, modules)];
}

function modulesOf(services: Services): readonly ModuleContribution[] {
  const { files, scanner, pdf, portals, settings } = services;
  const submissions = submissionSourceOf(services);
  return [
    officePages(services),
    catalogueModule(cataloguePorts(services)),
    exchangeModule(exchangePorts(services)),
    zustaendigkeitModule(zustaendigkeitPorts(services)),
    ...accountModules(services),
    representationModule({ listScopeChoices: scopeChoicesOf(services) }),
    auditModuleOf(services),
    staffModuleOf(settings),
    formsModule({ countOpenDrafts }),
    admissionModule(countAtWork),
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
      portals,
      findReceiver: findReceiverIn(services),
      callerIn: callerIn(services),
      showNoLeistung: showNoLeistungIn(services),
    }),
    ...vorgangModules(services, submissions),
    retentionModule(retentionPorts(services)),
    ...deliveryModules(services, submissions),
    contactModule({ showNoOffice }),
    linksModule(linkPorts(services)),
    mapsModule({ tiles: mapTilesOf(settings) }),
    operationModule(operationPorts(services)),
  ];
}

/** Handing applications over, what back-office systems do with them, and what other portals bring. */
function deliveryModules(
  services: Services,
  submissions: SubmissionSource,
): readonly ModuleContribution[] {
  const delivery = deliveryPorts(services, submissions);
  return [
    deliveryModule(delivery),
    apiModule(apiPorts(services, delivery)),
    arrivalsModule(arrivalsPorts(services)),
  ];
}

function officePages({ portals, settings }: Services): ModuleContribution {
  return tenantsModule({
    portals,
    listLeistungen: listLeistungenOfOffice,
    findDirectoryOffices,
    mapPicture: officeMapOf(settings),
  });
}

function cataloguePorts(
  services: Services,
): CataloguePorts & FollowPorts & { readonly notices: EditorNotices } {
  return {
    ...responsiblePorts(services),
    findReceiver: findReceiverOfPageIn(services),
    systemIn: (tenantId) =>
      services.contextFor({ tenantId, actor: systemActor }),
    listStaffNames,
    notices: editorNotices(services),
    countBrokenLinks,
    findDirectoryOffice: findResponsibleOrganisation,
  };
}

function exchangePorts({ portals, settings }: Services): ExchangePorts {
  return {
    portals,
    http: openGuardedHttp(settings),
    releasedHosts: settings.feedHosts,
    editor: { pathOf: editPath, nameOfPart: inputLabel },
  };
}

/** What caseworkers do with applications, and what they and applicants write to each other. */
function vorgangModules(
  services: Services,
  submissions: SubmissionSource,
): readonly ModuleContribution[] {
  const notices = noticesPorts(services);
  return [
    vorgaengeModule(vorgaengePorts(services, submissions)),
    bescheideModule(bescheidePorts(services, submissions)),
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

function auditModuleOf(services: Services): ModuleContribution {
  const { settings, signerOf } = services;
  const { timeStampUrl } = settings;
  return auditModule({
    ...auditPorts(services),
    signer: signerOf(sealPurpose),
    timeStampAuthority:
      timeStampUrl === undefined
        ? undefined
        : httpTimeStampAuthority(timeStampUrl, createHttpClient()),
  });
}

function staffModuleOf(settings: Settings): ModuleContribution {
  const ground = {
    http: openIdentityHttp(settings),
    plainHttp: plainHttpIn(settings),
  };
  return staffModule({
    listLeistungen: listLeistungNames,
    listPrograms,
    startPaths: { authority: "/arbeitsplatz", installation: "/betrieb" },
    policy: settings.staffSecondFactor,
    openRelyingParty: (party) => createRelyingParty(party, ground),
    releasedHosts: settings.identityProviderHosts,
  });
}
