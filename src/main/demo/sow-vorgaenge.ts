import { seedAccountsDemo } from "../../modules/accounts/demo/seed-accounts-demo.ts";
import { demoCitizens } from "../../modules/accounts/demo/demo-people.ts";
import { seedOfficeTexts } from "../../modules/bescheide/demo/seed-office-texts.ts";
import { countDemoDeliveries } from "../../modules/delivery/demo/count-demo-deliveries.ts";
import { seedBrokenDestinations } from "../../modules/delivery/demo/seed-broken-destinations.ts";
import { findDemoOrganisation } from "../../modules/representation/demo/find-demo-organisation.ts";
import { seedOfficeDemo } from "../../modules/staff/demo/seed-office-demo.ts";
import { demoTenants } from "../../modules/tenants/demo/demo-tenants.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import { countDemoDurations } from "../../modules/vorgaenge/demo/count-demo-durations.ts";
import { seedClocksDemo } from "../../modules/vorgaenge/demo/seed-clocks-demo.ts";
import { seedViewsDemo } from "../../modules/vorgaenge/demo/seed-views-demo.ts";
import { listLeistungNames } from "../../modules/catalogue/index.ts";
import {
  findFact,
  recordFact,
} from "../../platform/database/installation-facts.ts";
import { germanDay } from "../../platform/values/german-day.ts";
import { portalBaseUrl } from "../../shell/web/host.ts";
import { bescheidTextPorts } from "../bescheide-ports.ts";
import {
  installationTenantId,
  systemActor,
  type Services,
} from "../services.ts";
import type { Account, Cast } from "./cast.ts";
import { demoDocument } from "./document.ts";
import { playStory, servicesAt, type Story } from "./play-story.ts";
import { storiesOfCounty, storiesOfGrabow } from "./stories-county.ts";
import { storiesOfSchwerin } from "./stories-schwerin.ts";

const stages: readonly (readonly [
  tenantId: string,
  stories: (cast: Cast) => readonly Story[],
])[] = [
  [demoTenants.schwerin, storiesOfSchwerin],
  [demoTenants.grabow, storiesOfGrabow],
  [demoTenants.lup, storiesOfCounty],
];

/** Before all stories. */
const openedDaysAgo = 180;

/** Since when applications also go to the back-office systems that do not work. */
const connectedDaysAgo = 4;

/**
 * Tells the demo authorities what happened in the last months, with the use-cases people use, and a clock in the past. Goes on where it
 * stopped: a story that was begun is not told again. Ends early when `signal` says so.
 */
export async function sowVorgaenge(
  services: Services,
  signal: AbortSignal,
): Promise<void> {
  const { logger, portals } = services;
  const startedAt = performance.now();
  const cast = await castOf(services);
  for (const [tenantId, stories] of stages) {
    const portal = await portals.findById(tenantId);
    if (portal) await sowAuthority(services, { portal, stories, cast, signal });
  }
  if (signal.aborted) return;
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  logger.info({ seconds }, "demo: Vorgänge are there");
}

async function sowAuthority(
  services: Services,
  {
    portal,
    stories,
    cast,
    signal,
  }: {
    readonly portal: Portal;
    readonly stories: (cast: Cast) => readonly Story[];
    readonly cast: Cast;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  // As they came: what is connected later does not get what was sent before.
  const told = stories(cast).toSorted((one, other) => other.sent - one.sent);
  const keyOf = (index: number) =>
    `demo-vorgang/${portal.tenantId}/${String(index)}`;
  if (await isTold(services, keyOf(told.length - 1))) return;
  const office = await openOffice(services, portal);
  const pdf = await demoDocument(services.pdf);
  for (const [index, story] of told.entries()) {
    if (signal.aborted) return;
    if (await isTold(services, keyOf(index))) continue;
    if (story.sent < connectedDaysAgo) await connectBroken(services, portal);
    await services.database.unscoped((db) =>
      recordFact(db, keyOf(index), "told"),
    );
    await playStory({ services, portal, office, pdf }, story).catch(
      (error: unknown) => {
        // The others can be told all the same.
        services.logger.error(
          { error, story: keyOf(index) },
          "demo: a story broke off",
        );
      },
    );
  }
  await countAnew(services, portal);
}

async function isTold({ database }: Services, key: string): Promise<boolean> {
  return database.unscoped(
    async (db) => (await findFact(db, key)) !== undefined,
  );
}

/** People, texts, clocks and back-office systems, as they were set up before the first application came. */
async function openOffice(services: Services, portal: Portal) {
  const { tenantId } = portal;
  const now = new Date();
  const before = new Date(now.getTime() - openedDaysAgo * 86_400_000);
  const contextAt = (moment: Date) =>
    servicesAt(services, moment).contextFor({ tenantId, actor: systemActor });
  const context = contextAt(before);
  const office = await seedOfficeDemo(contextAt(now), portal);
  await seedOfficeTexts(context, bescheidTextPorts(services));
  const leistungen = await listLeistungNames(context);
  await seedClocksDemo(
    context,
    leistungen.map(({ slug }) => slug),
  );
  await seedViewsDemo((who) => ({ ...context, actor: office.actorOf(who) }));
  return office;
}

/** One does not answer; the other is a page of the installation, which takes no applications. */
async function connectBroken(
  services: Services,
  { tenantId }: Portal,
): Promise<void> {
  const { settings } = services;
  await seedBrokenDestinations(
    services.contextFor({ tenantId, actor: systemActor }),
    `${portalBaseUrl("", settings)}/impressum`,
  );
}

/** What is counted by the hour or the day, as it is after what has happened. */
async function countAnew(
  services: Services,
  { tenantId }: Portal,
): Promise<void> {
  const context = services.contextFor({ tenantId, actor: systemActor });
  await countDemoDurations(context);
  await countDemoDeliveries(context);
}

/** The people with accounts, as they apply. */
async function castOf(services: Services): Promise<Cast> {
  const context = services.contextFor({
    tenantId: await installationTenantId(services),
    actor: systemActor,
  });
  const ids = await seedAccountsDemo(context);
  const signedInAt = context.now;
  const account = (key: string): Account => {
    const person = demoCitizens.find((citizen) => citizen.key === key);
    const accountId = ids.get(key);
    if (!person || accountId === undefined)
      throw new Error(`demo: nobody is called ${key}`);
    const displayName = `${person.givenNames} ${person.familyName}`;
    return {
      person,
      sender: {
        accountId,
        ownerId: accountId,
        displayName,
        assuranceLevel: "low",
        provider: "local",
        signedInAt,
      },
    };
  };
  const jana = account("jana");
  const ownerId = await findDemoOrganisation(context, jana.sender.accountId);
  const actingFor = {
    kind: "organisation",
    name: "Ruderverein Muster",
    may: "sign",
    right: { basis: "membership", isSelfDeclared: false, role: "owner" },
  } as const;
  return {
    today: germanDay(context.now),
    jana,
    kofi: account("kofi"),
    thea: account("thea"),
    wilhelm: account("wilhelm"),
    club: { ...jana, sender: { ...jana.sender, ownerId, actingFor } },
  };
}
