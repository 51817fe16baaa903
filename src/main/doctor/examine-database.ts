import type { Settings } from "../../platform/config/settings.ts";
import type { MigrationState } from "../../platform/database/compare-migrations.ts";
import {
  inspectServer,
  type ServerFacts,
} from "../../platform/database/inspect-server.ts";
import { inspectMigrations } from "../../platform/database/migrate.ts";
import type { ConnectedServer } from "../connect-server.ts";
import { migrationsFolder } from "../migrations-folder.ts";
import { failed, ok, reasonOf, warning, type Finding } from "./finding.ts";

/** Server, role, clock and schema; `canOpen`: a start would get as far as opening the rest. */
export async function examineDatabase(
  server: ConnectedServer,
  settings: Settings,
): Promise<{ readonly findings: readonly Finding[]; canOpen: boolean }> {
  const facts = await inspectServer(server.directAddress).catch(reasonOf);
  if (typeof facts === "string")
    return { findings: [unreachable(facts)], canOpen: false };
  const schema = await inspectMigrations(
    server.directAddress,
    migrationsFolder,
  ).catch(reasonOf);
  const findings = [
    serverFinding(facts, server.description),
    ...durability(facts, settings),
    roleFinding(facts),
    clockFinding(facts),
    typeof schema === "string"
      ? failed("schema", { says: schema, cure: "Use such a database." })
      : schemaFinding(schema, settings),
  ];
  const canOpen =
    !facts.isStandby &&
    typeof schema !== "string" &&
    schema.pending.length + schema.changed.length === 0 &&
    schema.newer.every(({ breaking }) => !breaking);
  return { findings, canOpen };
}

const unreachable = (why: string) =>
  failed("database", {
    says: `cannot be reached: ${why}`,
    cure:
      cures.find(([pattern]) => pattern.test(why))?.[1] ??
      "Check host, port, login and password of DATABASE_URL and DATABASE_DIRECT_URL, and whether the server lets this machine in (pg_hba.conf, firewall).",
  });

/** By what the driver and the server say. */
const cures: readonly (readonly [RegExp, string])[] = [
  [
    /ECONNREFUSED/,
    "Nothing listens there: start the server, or correct host and port of DATABASE_URL and DATABASE_DIRECT_URL.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN/,
    "Nobody knows this host: correct it in DATABASE_URL and DATABASE_DIRECT_URL, or mend the name service of this machine.",
  ],
  [
    /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|timeout/i,
    "The server does not answer: look at firewalls and routes in between, and at the host in DATABASE_URL and DATABASE_DIRECT_URL.",
  ],
  [
    /authentication failed|role ".*" does not exist/,
    "The server is there, but login or password are wrong: correct them in DATABASE_URL and DATABASE_DIRECT_URL. As a superuser: alter role <login> login password '…'",
  ],
  [
    /database ".*" does not exist/,
    "Correct the name at the end of DATABASE_URL, or make the database as a superuser: create database <name> owner <login> encoding 'UTF8' template template0",
  ],
  [
    /pg_hba\.conf|no encryption/,
    "Let this machine in by a line in the server's pg_hba.conf; where that line begins with hostssl, add ?sslmode=verify-full to DATABASE_URL.",
  ],
];

function serverFinding(
  { version, isStandby, maxConnections }: ServerFacts,
  description: string,
): Finding {
  const subject = "database";
  if (isStandby)
    return failed(subject, {
      says: `${description} is a standby, which takes no rows`,
      cure: "Let DATABASE_URL lead to the primary.",
    });
  const says = `PostgreSQL ${version}, ${description}, ${String(maxConnections)} connections`;
  return maxConnections < 40
    ? warning(subject, {
        says,
        cure: "Set max_connections to 100 or more: each process opens up to 18.",
      })
    : ok(subject, says);
}

function durability(
  { isDurable }: ServerFacts,
  { environment }: Settings,
): readonly Finding[] {
  if (isDurable) return [];
  const found = environment === "production" ? failed : warning;
  return [
    found("durability", {
      says: "the server may lose what was confirmed when the power is cut",
      cure: "Set fsync, full_page_writes and synchronous_commit to on.",
    }),
  ];
}

function roleFinding(facts: ServerFacts): Finding {
  const subject = "role";
  if (!facts.passesRowSecurity)
    return failed(subject, {
      says: "the login cannot migrate: it does not pass row-level security",
      cure: "As a superuser: alter role <login> bypassrls",
    });
  if (facts.hasServingRole)
    return ok(
      subject,
      "requests are served in a role without rights on tables",
    );
  return facts.mayCreateServingRole
    ? ok(subject, "the first migration makes the role that serves requests")
    : failed(subject, {
        says: "there is no role to serve requests in, and the login cannot create it",
        cure: "As a superuser: create role openrathaus_serving nologin noinherit; grant openrathaus_serving to <login>",
      });
}

const noticedMs = 1_000;
const harmfulMs = 30_000;

function clockFinding({ aheadMs }: ServerFacts): Finding {
  const subject = "clock";
  const apart = Math.abs(aheadMs);
  const says = `${(apart / 1000).toFixed(1)} s apart from the database's`;
  if (apart < noticedMs) return ok(subject, says);
  const trouble = {
    says,
    cure: "Let both machines ask a time server (chrony, systemd-timesyncd).",
  };
  return apart < harmfulMs
    ? warning(subject, trouble)
    : failed(subject, trouble);
}

function schemaFinding(
  { isEmpty, pending, newer, changed }: MigrationState,
  { environment }: Settings,
): Finding {
  const subject = "schema";
  if (changed.length > 0)
    return failed(subject, {
      says: `migrations were changed after they ran: ${changed.join(", ")}`,
      cure: "Install the program anew; it does not fit this database.",
    });
  if (newer.some(({ breaking }) => breaking))
    return failed(subject, {
      says: "the database is newer than this program",
      cure: "Start the version that migrated it, or restore a back-up from before.",
    });
  if (pending.length === 0) return ok(subject, "up to date");
  const isBreaking =
    !isEmpty && pending.some((migration) => migration.breaking);
  return warning(subject, {
    says: `${String(pending.length)} migrations to run${isBreaking ? ", some of which processes of the version before cannot live with" : ""}`,
    cure: isBreaking
      ? "Stop all processes of the version before and make a back-up, then run: npm run portal -- migrate"
      : `Run: npm run portal -- migrate${environment === "production" ? "" : " (each start does it too)"}`,
  });
}
