import { resolve } from "node:path";
import { parseKeyRing, type KeyRing } from "../crypto/key-ring.ts";
import type { ClamdAddress } from "../malware/clamd-scanner.ts";
import {
  readBreachedPasswordsFile,
  readMukBridgeFile,
  readS3File,
  readSeal,
  readSmsGatewayFile,
  readZbpBridgeFile,
  type SealFiles,
} from "./key-file-settings.ts";
import { readDatabase, type DatabaseSettings } from "./database-settings.ts";
import { readProxies } from "./list-settings.ts";
import {
  readDrainMs,
  readMetricsListen,
  readPort,
  readWebProcesses,
  type ListenAddress,
} from "./listen-settings.ts";
import { readMail, type MailSettings } from "./mail-settings.ts";
import { readOutside } from "./outside-settings.ts";
import {
  fail,
  oneOf,
  readEach,
  readOr,
  type Variables,
} from "./settings-error.ts";
import type { TracingSettings } from "./tracing-settings.ts";
import { readStatusCheck, type StatusCheck } from "./url-settings.ts";

const environments = ["development", "production", "test"] as const;
export type Environment = (typeof environments)[number];

/** Everything the operator may set. All optional, except where production says otherwise. */
export type Settings = DatabaseSettings &
  MailSettings & {
    readonly environment: Environment;
    readonly port: number;
    /** Address to listen on; the demo is reachable from this machine only. */
    readonly host: string;
    /** How long a web process that is to stop goes on answering while it tells proxies so. */
    readonly drainMs: number;
    /** How many processes answer on the port. */
    readonly webProcesses: number;
    /** Absolute folder for the embedded database, uploads and generated keys. */
    readonly dataDir: string;
    /** Host and port the portals hang under: `schwerin.` + this. */
    readonly publicBaseDomain: string;
    readonly publicScheme: "http" | "https";
    /** Undefined: the demo generates one into the data folder. */
    readonly secretKeys: KeyRing | undefined;
    /** A list of leaked passwords, by their hashes; undefined: those of the packages only. */
    readonly breachedPasswordsFile: string | undefined;
    /** How the status page is measured; undefined: it is not. */
    readonly statusCheck: StatusCheck | undefined;
    /** Where Prometheus reads figures; undefined: nothing is measured. */
    readonly metricsListen: ListenAddress | undefined;
    /** Where traces go; undefined: nothing is traced. */
    readonly tracing: TracingSettings | undefined;
    /** How short messages are sent; undefined: they are not, and kept. */
    readonly smsGatewayFile: string | undefined;
    /** How the S3 bucket for uploads is reached; undefined: they lie in the data folder. */
    readonly s3File: string | undefined;
    /** Where copies for the Postfach of a federal account go; undefined: there are none. */
    readonly zbpBridgeFile: string | undefined;
    /** Where copies for the Postfach of an Organisationskonto go; undefined: there are none. */
    readonly mukBridgeFile: string | undefined;
    /** A time-stamp authority (RFC 3161) for the seals of the audit log and of documents; undefined: they are signed only. */
    readonly timeStampUrl: string | undefined;
    /** Key and certificate of the installation's seal, or how a seal service is reached; undefined: the demo makes a seal of its own, and production warns at each start that it has none. */
    readonly seal: SealFiles | undefined;
    /** ClamAV's daemon; undefined: uploads are not scanned for malware, and pages say so. */
    readonly clamd: ClamdAddress | undefined;
    /** Folder with pictures of maps; undefined: maps show a grid of coordinates. */
    readonly mapTilesDir: string | undefined;
    /** Whether staff without a second factor must set one up before they are let in; production leaves no choice. */
    readonly staffSecondFactor: "required" | "optional";
    /** Whether `start` tells invented Vorgänge into the demo authorities; only ever in development. */
    readonly demoVorgaenge: "sown" | "none";
    readonly logLevel: string;
    /** Addresses of reverse proxies whose X-Forwarded-For is believed; empty: none. */
    readonly trustedProxies: readonly string[];
    /** Hosts that an authority's administrators may name for an identity provider or user directory of their own; empty: none. */
    readonly identityProviderHosts: readonly string[];
    /** Addresses, ranges and host names on the inside that an authority's settings may name for its back offices; empty: none. */
    readonly innerAddresses: readonly string[];
    /** Whom to tell about a weakness (`mailto:` or `https:`); undefined: the authority whose portal it is. */
    readonly securityContact: string | undefined;
    /** Hosts that an authority may have its Leistungen fetched from; empty: none. */
    readonly feedHosts: readonly string[];
    /** Whether workers look once a week whether the links in what portals show still lead somewhere. */
    readonly linkCheck: "on" | "none";
  };

const logLevels = [
  "fatal",
  "error",
  "warn",
  "info",
  "debug",
  "trace",
  "silent",
] as const;

/** Reads and checks the environment variables. Throws a `SettingsError` that tells all that is wrong. */
export function readSettings(variables: Variables): Settings {
  const environment = readOr(() => readEnvironment(variables), "development");
  const isProduction = environment === "production";
  const { process, database, mail, files, outside } = readEach({
    process: () => readProcess(variables, environment),
    database: () => readDatabase(variables),
    mail: () => readMail(variables),
    files: () => readFiles(variables, environment),
    outside: () => readOutside(variables, { isProduction }),
  });
  return {
    ...process,
    dataDir: resolve(variables["DATA_DIR"] || "./data"),
    publicScheme: isProduction ? "https" : "http",
    ...database,
    ...mail,
    ...files,
    ...outside,
  };
}

function readEnvironment(variables: Variables): Environment {
  return oneOf(variables, {
    name: "NODE_ENV",
    allowed: environments,
    fallback: "development",
  });
}

/** How the process runs, and where it is reached. */
function readProcess(variables: Variables, environment: Environment) {
  const isProduction = environment === "production";
  const port = readOr(() => readPort(variables), 0);
  const readDomain = () => readBaseDomain(variables, environment, port);
  const baseDomain = readOr(readDomain, "localhost");
  return readEach({
    environment: () => readEnvironment(variables),
    port: () => readPort(variables),
    host: () => variables["HOST"] || (isProduction ? "::" : "localhost"),
    publicBaseDomain: readDomain,
    drainMs: () => readDrainMs(variables, environment),
    webProcesses: () => readWebProcesses(variables, environment),
    statusCheck: () => readStatusCheck(variables, { environment, baseDomain }),
    metricsListen: () => readMetricsListen(variables),
    logLevel: () => readLogLevel(variables),
    demoVorgaenge: () => readDemoVorgaenge(variables, environment),
    staffSecondFactor: () => readStaffSecondFactor(variables, environment),
    trustedProxies: () => readProxies(variables, { isProduction }),
  });
}

/** Keys, and files that say more. */
function readFiles(variables: Variables, environment: Environment) {
  return readEach({
    secretKeys: () => readSecretKeys(variables, environment),
    breachedPasswordsFile: () => readBreachedPasswordsFile(variables),
    smsGatewayFile: () => readSmsGatewayFile(variables),
    s3File: () => readS3File(variables),
    zbpBridgeFile: () => readZbpBridgeFile(variables),
    mukBridgeFile: () => readMukBridgeFile(variables),
    seal: () => readSeal(variables),
    mapTilesDir: () => readMapTilesDir(variables),
  });
}

/** The settings of this process; the only place that reads `process.env`. */
export function settingsOfProcess(): Settings {
  return readSettings(process.env);
}

function readLogLevel(variables: Variables): string {
  return oneOf(variables, {
    name: "LOG_LEVEL",
    allowed: logLevels,
    fallback: "info",
  });
}

function readDemoVorgaenge(
  variables: Variables,
  environment: Environment,
): Settings["demoVorgaenge"] {
  const chosen = oneOf(variables, {
    name: "DEMO_VORGAENGE",
    allowed: ["sown", "none"],
    fallback: "sown",
  });
  return environment === "development" ? chosen : "none";
}

function readStaffSecondFactor(
  variables: Variables,
  environment: Environment,
): "required" | "optional" {
  const name = "STAFF_SECOND_FACTOR";
  const isProduction = environment === "production";
  const chosen = oneOf(variables, {
    name,
    allowed: ["required", "optional"],
    fallback: isProduction ? "required" : "optional",
  });
  if (isProduction && chosen === "optional")
    fail(name, "must be required in production", `${name}=required`);
  return chosen;
}

function readBaseDomain(
  variables: Variables,
  environment: Environment,
  port: number,
): string {
  const text = variables["PUBLIC_BASE_DOMAIN"];
  if (!text) {
    if (environment === "production")
      fail(
        "PUBLIC_BASE_DOMAIN",
        "is required in production",
        "PUBLIC_BASE_DOMAIN=portal.example.org",
      );
    return `localhost:${String(port)}`;
  }
  if (!/^[a-z0-9.-]+(:\d+)?$/.test(text))
    fail(
      "PUBLIC_BASE_DOMAIN",
      "must be a host name in small letters, with a port where needed",
      "PUBLIC_BASE_DOMAIN=portal.example.org",
    );
  return text;
}

function readSecretKeys(
  variables: Variables,
  environment: Environment,
): KeyRing | undefined {
  const example = "SECRET_KEYS=2027a:<output of: openssl rand -base64 32>";
  const text = variables["SECRET_KEYS"];
  if (!text) {
    if (environment === "production")
      fail("SECRET_KEYS", "is required in production", example);
    return undefined;
  }
  const ring = parsedKeyRing(text, example);
  const generated = ring.keys.find((key) =>
    key.id.startsWith(generatedKeyPrefix),
  );
  if (environment === "production" && generated) {
    fail(
      "SECRET_KEYS",
      `holds the generated demo key "${generated.id}"; production needs keys of its own`,
      example,
    );
  }
  return ring;
}

/** Ids of keys the demo made itself begin with this; production refuses them. */
export const generatedKeyPrefix = "generated-";

function parsedKeyRing(text: string, example: string): KeyRing {
  try {
    return parseKeyRing(text);
  } catch (error) {
    return fail(
      "SECRET_KEYS",
      error instanceof Error ? error.message : "cannot be read",
      example,
    );
  }
}

function readMapTilesDir(variables: Variables): string | undefined {
  const folder = variables["MAP_TILES_DIR"] ?? "";
  return folder === "" ? undefined : resolve(folder);
}
