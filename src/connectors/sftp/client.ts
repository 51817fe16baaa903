import { timingSafeEqual } from "node:crypto";
import type { Client, SFTPWrapper } from "ssh2";
import type { Reach } from "../../platform/http-client/reach.ts";
import { sha256 } from "../../platform/values/sha256.ts";
import type { SftpOptions } from "./options.ts";

const finalCodes: ReadonlySet<string> = new Set([
  "host-key-changed",
  "credentials-refused",
  "address-not-allowed",
  "sftp-not-offered",
]);

/** What the server or the way to it did; `code` says what it means for the delivery. */
export class SftpFault extends Error {
  readonly code: string;
  /** A person must look at it. */
  readonly isFinal: boolean;
  constructor(code: string) {
    super(`sftp: ${code}`);
    this.code = code;
    this.isFinal = finalCodes.has(code);
  }
}

/** A directory of another machine. All paths are from where the user arrives. */
export type Remote = {
  exists(path: string): Promise<boolean>;
  makeDirectory(path: string): Promise<void>;
  list(path: string): Promise<readonly string[]>;
  /** A new file, on the disk of the other side when that can say so. */
  write(path: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  removeFile(path: string): Promise<void>;
  removeDirectory(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
};

/** Who is connected to; only addresses within `reach` are, since an authority's settings name the host. */
export type Server = { readonly options: SftpOptions; readonly reach: Reach };

/** Connects, lets `work` do its work, and closes. The signal ends all of it at once. Throws an SftpFault for what lies with the other side. */
export async function withRemote<Value>(
  server: Server,
  signal: AbortSignal,
  work: (remote: Remote) => Promise<Value>,
): Promise<Value> {
  // Only who sends this way loads it: web processes do not.
  const { default: ssh2 } = await import("ssh2");
  if (signal.aborted) throw new SftpFault("timeout");
  const client = new ssh2.Client();
  const lost = Promise.withResolvers<never>();
  const verdict = { isOtherHost: false };
  const stop = () => {
    lost.reject(new SftpFault("timeout"));
    client.destroy();
  };
  signal.addEventListener("abort", stop, { once: true });
  client.on("error", (error) => {
    lost.reject(
      verdict.isOtherHost ? new SftpFault("host-key-changed") : faultOf(error),
    );
  });
  client.on("close", () => {
    lost.reject(new SftpFault("reset"));
  });
  try {
    return await Promise.race([
      lost.promise,
      connect(client, server, verdict).then((sftp) => work(remoteOf(sftp))),
    ]);
  } finally {
    signal.removeEventListener("abort", stop);
    client.end();
  }
}

async function connect(
  client: Client,
  { options, reach }: Server,
  verdict: { isOtherHost: boolean },
): Promise<SFTPWrapper> {
  const opened = Promise.withResolvers<SFTPWrapper>();
  client.on("ready", () => {
    // Questions and answers are short, and the system would keep each back for 40 ms to send it along with the next.
    client.setNoDelay(true);
    client.sftp((error, sftp) => {
      if (error) opened.reject(new SftpFault("sftp-not-offered"));
      else opened.resolve(sftp);
    });
  });
  const { port, user, password, privateKey } = options;
  client.connect({
    host: await addressOf(options.host, reach),
    port,
    username: user,
    ...(password !== undefined && { password }),
    ...(privateKey !== undefined && { privateKey: `${privateKey.trim()}\n` }),
    readyTimeout: 20_000,
    hostVerifier: (key: Buffer) => {
      verdict.isOtherHost = !isPinned(key, options.hostKey);
      return !verdict.isOtherHost;
    },
  });
  return opened.promise;
}

/** The host key says who answers, so the name is not needed any more. */
async function addressOf(host: string, reach: Reach): Promise<string> {
  try {
    const [first] = await reach.addressesOf(host);
    return first?.address ?? host;
  } catch (error) {
    throw error instanceof Error ? faultOf(error) : error;
  }
}

function isPinned(key: Buffer, hostKey: string): boolean {
  const found = sha256(key);
  const pinned = Buffer.from(hostKey.slice("SHA256:".length), "base64");
  return found.length === pinned.length && timingSafeEqual(found, pinned);
}

const networkCauses: Readonly<Record<string, string>> = {
  ERR_OUT_OF_REACH: "address-not-allowed",
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  ETIMEDOUT: "timeout",
  ECONNRESET: "reset",
};

function faultOf(error: Error & { level?: string; code?: unknown }): SftpFault {
  if (error.level === "client-authentication")
    return new SftpFault("credentials-refused");
  if (error.level === "client-timeout") return new SftpFault("timeout");
  return new SftpFault(networkCauses[String(error.code)] ?? "connect");
}

/** Status codes of the protocol. @see draft-ietf-secsh-filexfer-02 section 7 */
const noSuchFile = 2;
const statusCauses: Readonly<Record<number, string>> = {
  [noSuchFile]: "directory-missing",
  3: "directory-not-writable",
  6: "reset",
  7: "reset",
};

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "number"
    ? error.code
    : undefined;

type Done = (error?: Error | null) => void;

function settled(start: (done: Done) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  start((error) => {
    if (error)
      reject(
        new SftpFault(statusCauses[statusOf(error) ?? -1] ?? "disk-fault"),
      );
    else resolve(undefined);
  });
  return promise;
}

function remoteOf(sftp: SFTPWrapper): Remote {
  return {
    exists: (path) => exists(sftp, path),
    makeDirectory: (path) =>
      settled((done) => {
        sftp.mkdir(path, done);
      }),
    list: (path) => list(sftp, path),
    write: (path, content) => write(sftp, path, content),
    removeFile: (path) =>
      settled((done) => {
        sftp.unlink(path, done);
      }),
    removeDirectory: (path) =>
      settled((done) => {
        sftp.rmdir(path, done);
      }),
    rename: (from, to) =>
      settled((done) => {
        sftp.rename(from, to, done);
      }),
  };
}

async function exists(sftp: SFTPWrapper, path: string): Promise<boolean> {
  const found = Promise.withResolvers<boolean>();
  sftp.stat(path, (error) => {
    if (!error) found.resolve(true);
    else if (statusOf(error) === noSuchFile) found.resolve(false);
    else found.reject(new SftpFault("disk-fault"));
  });
  return found.promise;
}

async function list(
  sftp: SFTPWrapper,
  path: string,
): Promise<readonly string[]> {
  const names: string[] = [];
  await settled((done) => {
    sftp.readdir(path, (error, entries) => {
      if (!error) names.push(...entries.map(({ filename }) => filename));
      done(error);
    });
  });
  return names.filter((name) => name !== "." && name !== "..");
}

async function write(
  sftp: SFTPWrapper,
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  const handles: Buffer[] = [];
  await settled((done) => {
    sftp.open(path, "wx", (error, handle) => {
      if (!error) handles.push(handle);
      done(error);
    });
  });
  const [handle] = handles;
  if (!handle) throw new SftpFault("disk-fault");
  let position = 0;
  for await (const chunk of content) {
    const bytes = Buffer.from(chunk);
    if (bytes.length === 0) continue;
    const at = position;
    await settled((done) => {
      sftp.write(handle, bytes, 0, bytes.length, at, done);
    });
    position += bytes.length;
  }
  await sync(sftp, handle);
  await settled((done) => {
    sftp.close(handle, done);
  });
}

/** OpenSSH can be asked to write to its disk; a server that cannot says so before anything is sent. */
async function sync(sftp: SFTPWrapper, handle: Buffer): Promise<void> {
  const isDone = Promise.withResolvers<undefined>();
  try {
    sftp.ext_openssh_fsync(handle, () => {
      isDone.resolve(undefined);
    });
  } catch {
    // "Server does not support this extended request": then its own word for a closed file must do.
    isDone.resolve(undefined);
  }
  await isDone.promise;
}
