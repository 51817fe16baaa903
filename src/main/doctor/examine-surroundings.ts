import { X509Certificate } from "node:crypto";
import { open, readdir, readFile, rm, rmdir, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Settings } from "../../platform/config/settings.ts";
import { makeFolder } from "../../platform/files/make-folder.ts";
import { openS3Bucket } from "../../platform/files/s3/s3-bucket.ts";
import { createHttpClient } from "../../platform/http-client/http-client.ts";
import { clamdScanner } from "../../platform/malware/clamd-scanner.ts";
import { newId } from "../../platform/values/id.ts";
import { bucketOf } from "../file-store.ts";
import { tryMailServer } from "../mail-ports.ts";
import { failed, ok, reasonOf, warning, type Finding } from "./finding.ts";

/** Disk, file store, mail server, scanner, seal: all that stands beside the database. Leaves nothing behind. */
export async function examineSurroundings(
  settings: Settings,
): Promise<readonly Finding[]> {
  return Promise.all([
    diskFinding(settings),
    filesFinding(settings),
    mailFinding(settings),
    scannerFinding(settings),
    sealFinding(settings),
    ...mapFindings(settings),
  ]);
}

const gigabyte = 1_000_000_000;

async function diskFinding({
  dataDir,
  databaseUrl,
  s3File,
}: Settings): Promise<Finding> {
  const subject = "disk";
  const probe = join(dataDir, `doctor-${newId()}`);
  let made: string | undefined;
  try {
    made = makeFolder(dataDir);
    const file = await open(probe, "wx", 0o600);
    await file.writeFile("a probe");
    await file.sync();
    await file.close();
    await rm(probe);
    const { bavail, bsize } = await statfs(dataDir);
    const free = (bavail * bsize) / gigabyte;
    const says = `${dataDir} is writable, ${free.toFixed(1)} GB free`;
    const isNeeded = databaseUrl === undefined || s3File === undefined;
    if (!isNeeded || free >= 5) return ok(subject, says);
    const trouble = { says, cure: "Make room, or enlarge the disk." };
    return free < 0.5 ? failed(subject, trouble) : warning(subject, trouble);
  } catch (error) {
    return failed(subject, {
      says: `${dataDir} cannot be written to: ${reasonOf(error)}`,
      cure: "Let DATA_DIR name a folder that belongs to the user of the process, on a disk that is mounted.",
    });
  } finally {
    // A folder that was made here, perhaps by root, would be in the way of the user of the portal.
    if (made !== undefined) await removeEmpty(dataDir, made);
  }
}

/** Only what is empty: a portal may have begun to fill it meanwhile. */
async function removeEmpty(folder: string, upTo: string): Promise<void> {
  const isGone = await rmdir(folder).then(
    () => true,
    () => false,
  );
  if (isGone && folder !== upTo) await removeEmpty(dirname(folder), upTo);
}

async function filesFinding(settings: Settings): Promise<Finding> {
  const subject = "files";
  const http = createHttpClient({ maxConnectionsPerHost: 2 });
  try {
    const bucket = bucketOf(settings);
    if (!bucket)
      return settings.databaseUrl === undefined
        ? ok(subject, "uploads lie in the data folder")
        : warning(subject, {
            says: "uploads lie in the data folder",
            cure: "With processes on several machines set S3_FILE, or share that folder between them.",
          });
    const store = openS3Bucket(bucket, http);
    const key = `doctor/${newId()}`;
    await store.call({ method: "PUT", key, body: Buffer.from("a probe") });
    await store.call({ method: "GET", key });
    await store.call({ method: "DELETE", key });
    return ok(subject, `the bucket ${bucket.bucket} takes, gives and removes`);
  } catch (error) {
    return failed(subject, {
      says: `the bucket cannot be used: ${reasonOf(error)}`,
      cure: "Check address, bucket and keys in the file of S3_FILE, and that the user may list, read, write and delete there.",
    });
  } finally {
    http.close();
  }
}

async function mailFinding(settings: Settings): Promise<Finding> {
  const subject = "mail";
  if (settings.smtpUrl === undefined) {
    const says = "no mail server: mails are kept for the operator";
    return settings.environment === "production"
      ? warning(subject, { says, cure: "Set SMTP_URL." })
      : ok(subject, says);
  }
  const trouble = await tryMailServer(settings).catch(reasonOf);
  return trouble === undefined
    ? ok(subject, "the mail server lets us in")
    : failed(subject, {
        says: `the mail server cannot be used: ${trouble}`,
        cure: mailCure(trouble),
      });
}

function mailCure(trouble: string): string {
  if (/smtp-(esocket|econnection|etimedout)/.test(trouble))
    return "Nobody answers there, or not by TLS: start the mail server, or correct host and port of SMTP_URL (smtps:// for port 465, smtp:// for 25 and 587).";
  if (/smtp-edns/.test(trouble))
    return "Nobody knows this host: correct it in SMTP_URL, or mend the name service of this machine.";
  if (/smtp-(eauth|53\d)/.test(trouble))
    return "Correct login and password in SMTP_URL (smtp://login:password@host:587; a % in them is written %25, an @ %40).";
  if (/smtp-etls/.test(trouble))
    return "In production mails go out by TLS only: let the server offer it; a certificate of your own authority needs SMTP_CA_FILE.";
  return "Check SMTP_URL (host, port, login), SMTP_CA_FILE and SMTP_DKIM; in production the server must offer TLS.";
}

/** Where it is named and not there, maps would silently show a grid. */
function mapFindings({ mapTilesDir }: Settings): Promise<Finding>[] {
  if (mapTilesDir === undefined) return [];
  const subject = "maps";
  return [
    readdir(mapTilesDir).then(
      () => ok(subject, `${mapTilesDir} can be read`),
      (error: unknown) =>
        failed(subject, {
          says: `MAP_TILES_DIR cannot be read: ${reasonOf(error)}`,
          cure: "Let it name a folder with pictures, {z}/{x}/{y}.png, that the user of the process may read.",
        }),
    ),
  ];
}

async function scannerFinding({
  clamd,
  environment,
}: Settings): Promise<Finding> {
  const subject = "malware scanner";
  if (!clamd) {
    const says = "none: uploads are not scanned, and pages say so";
    return environment === "production"
      ? warning(subject, { says, cure: "Set CLAMD_URL." })
      : ok(subject, says);
  }
  return (await clamdScanner(clamd).isThere())
    ? ok(subject, "clamd answers")
    : failed(subject, {
        says: "clamd does not answer",
        cure: "Start clamd, or correct CLAMD_URL.",
      });
}

const monthMs = 30 * 24 * 3_600_000;

async function sealFinding({ seal, environment }: Settings): Promise<Finding> {
  const subject = "seal";
  if (!seal)
    return environment === "production"
      ? warning(subject, {
          says: "none: Bescheide go out without one",
          cure: "Set SEAL_KEY_FILE and SEAL_CERTIFICATE_FILE, or SEAL_SERVICE_FILE; or SEAL=none if that is wanted.",
        })
      : ok(subject, "one of the demo's own");
  if (seal.kind !== "key")
    return ok(subject, seal.kind === "none" ? "none, on purpose" : "a service");
  try {
    const pem = await readFile(seal.certificateFile);
    const until = new X509Certificate(pem).validToDate;
    const says = `the certificate is valid until ${until.toISOString().slice(0, 10)}`;
    const cure = "Have a new certificate made in time.";
    if (until.getTime() < Date.now()) return failed(subject, { says, cure });
    return until.getTime() < Date.now() + monthMs
      ? warning(subject, { says, cure })
      : ok(subject, says);
  } catch (error) {
    return failed(subject, {
      says: `SEAL_CERTIFICATE_FILE cannot be read: ${reasonOf(error)}`,
      cure: "It must hold the certificates as PEM, the seal's own first.",
    });
  }
}
