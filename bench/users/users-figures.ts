import { randomBytes } from "node:crypto";
import type { ChildProcess } from "node:child_process";
import { guestActor, installationTenantId } from "../../src/main/services.ts";
import { signInWithIdentity } from "../../src/modules/accounts/index.ts";
import { everydayQueries } from "../../src/modules/catalogue/testing/relevance.ts";
import { accountCookie } from "../../src/shell/web/account-cookie.ts";
import {
  endChild,
  portalNodeOptions,
  portalScript,
  startChild,
  unpin,
} from "../child-process.ts";
import { freePort, openSite, type Site } from "../site.ts";
import {
  latenessBound,
  readLateness,
  shareOfCore,
  usageOf,
  type Parts,
} from "./processes.ts";
import type { Timed, UsersMessage, UsersRequest } from "./user-request.ts";

export type UsersEffort = {
  readonly users: number;
  readonly rampSeconds: number;
  readonly measuredSeconds: number;
};

export type UsersResult = UsersEffort & {
  readonly thinkSeconds: UsersRequest["thinkSeconds"];
  readonly timed: readonly Timed[];
  readonly errors: Readonly<Record<string, number>>;
  readonly usersLateMs: { readonly p95: number; readonly highest: number };
  /** 95 of 100 ticks of the portal were at most so late, by the bounds of its metrics. */
  readonly portalLateMs: number | undefined;
  /** Of one core, in percent. */
  readonly cpu: Readonly<Record<keyof Parts, number | undefined>>;
  readonly memory: Readonly<Record<"web" | "worker", number | undefined>>;
};

/** Every third has an account. */
const perSession = 3;
const thinkSeconds = { from: 5, to: 15 };

/** A portal of one web process and one worker, on all cores, and people who apply for something on it at the same time. */
export async function usersFigures(
  effort: UsersEffort,
  report: (line: string) => void,
): Promise<UsersResult> {
  const metricsPort = await freePort();
  const settings = { METRICS_LISTEN: `127.0.0.1:${String(metricsPort)}` };
  return onUsersSite(settings, async ({ site, worker }) => {
    const request = await requestFor(site, effort);
    report(`${String(effort.users)} users come`);
    return measure(site, { request, worker, metricsPort, report });
  });
}

/** Opens one web process and one worker on all cores, works with them, and closes them. */
export async function onUsersSite<T>(
  settings: Readonly<Record<string, string>>,
  work: (parts: {
    readonly site: Site;
    readonly worker: ChildProcess;
  }) => Promise<T>,
  script?: string,
): Promise<T> {
  // Each user comes from an address of their own, as behind a proxy.
  const site = await openSite({
    settings: { TRUSTED_PROXIES: "127.0.0.1", ...settings },
    script,
  });
  // Users and database need the other core as well.
  unpin(site.server);
  const worker = startChild(portalScript, {
    arguments: ["start", "worker"],
    environment: site.environment,
    nodeOptions: portalNodeOptions,
  });
  try {
    return await work({ site, worker });
  } finally {
    await endChild(worker);
    await site.close();
  }
}

async function requestFor(
  site: Site,
  { users, rampSeconds, measuredSeconds }: UsersEffort,
): Promise<UsersRequest> {
  const sessions: string[] = [];
  for (let user = 0; user < users; user += 1)
    sessions.push(user % perSession === 0 ? await signIn(site, user) : "");
  return {
    port: site.port,
    hosts: [site.host],
    network: "10.0",
    perFile: 3,
    users,
    sessions,
    rampSeconds,
    measuredSeconds,
    thinkSeconds,
    searches: everydayQueries()
      .filter(({ tenant }) => tenant === "schwerin")
      .map(({ typed }) => typed),
  };
}

/** A session as after an identity provider has confirmed somebody. */
async function signIn(site: Site, user: number): Promise<string> {
  const { services, portal } = site;
  const context = services.contextFor({
    tenantId: await installationTenantId(services),
    actor: guestActor,
  });
  const { token } = await signInWithIdentity(context, {
    identity: {
      provider: "bundid",
      subject: `user-${String(user)}-${randomBytes(6).toString("hex")}`,
      assuranceLevel: "low",
      displayName: `Erika Muster ${String(user)}`,
      values: [],
    },
    portalTenantId: portal.tenantId,
    device: "",
  });
  return `${accountCookie}=${token}`;
}

type Measuring = {
  readonly request: UsersRequest;
  readonly worker: ChildProcess;
  readonly metricsPort: number;
  readonly report: (line: string) => void;
};

async function measure(
  site: Site,
  { request, worker, metricsPort, report }: Measuring,
): Promise<UsersResult> {
  const users = startChild("users/users.ts", {});
  try {
    users.send(request);
    await nextMessage(users);
    const before = await usageOf(site, worker.pid);
    const lateBefore = await readLateness(metricsPort);
    report("all are there");
    const done = await nextMessage(users);
    if (done.kind !== "done") throw new Error("bench: users came twice");
    const after = await usageOf(site, worker.pid);
    const lateAfter = await readLateness(metricsPort);
    const share = (part: keyof Parts) =>
      shareOfCore(before[part], after[part], request.measuredSeconds);
    return {
      users: request.users,
      rampSeconds: request.rampSeconds,
      measuredSeconds: request.measuredSeconds,
      thinkSeconds,
      timed: done.timed,
      errors: done.errors,
      usersLateMs: done.lateMs,
      portalLateMs: latenessBound(lateBefore, lateAfter, 0.95),
      cpu: {
        web: share("web"),
        worker: share("worker"),
        database: share("database"),
      },
      memory: {
        web: after.web.megabytes,
        worker: after.worker.megabytes,
      },
    };
  } finally {
    await endChild(users);
  }
}

/** What the users tell next. Throws when their process ends before. */
export function nextMessage(child: ChildProcess): Promise<UsersMessage> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => {
      reject(new Error(`bench: the users ended with ${String(code)}`));
    };
    child.once("exit", onExit);
    child.once("message", (message) => {
      child.off("exit", onExit);
      // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- our own process, see users.ts
      resolve(message as UsersMessage);
    });
  });
}
