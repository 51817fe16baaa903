import { generateKeyPairSync } from "node:crypto";
import { constants, type Stats } from "node:fs";
import * as fs from "node:fs/promises";
import { createServer, type AddressInfo, type Server } from "node:net";
import { join } from "node:path";
import ssh2, { type SFTPWrapper } from "ssh2";
import { sha256 } from "../../../platform/values/sha256.ts";

/** `stuck`: takes connections, answers no write. `silent`: renames, and does not say so. `doubling`: says so twice. */
export type ServerMood = "well" | "refusing" | "stuck" | "silent" | "doubling";

export type SftpServer = {
  readonly port: number;
  readonly hostKey: string;
  mood: ServerMood;
  start(): Promise<void>;
  stop(): Promise<void>;
};

export const password = "nur-für-den-Test";

const { OK, FAILURE, NO_SUCH_FILE, PERMISSION_DENIED } =
  ssh2.utils.sftp.STATUS_CODE;

/** A server over real TCP whose files lie in `root`; it keeps its port across stop and start. */
export async function startSftpServer(root: string): Promise<SftpServer> {
  // Not by ssh2: about one of 300 ed25519 keys that it makes cannot be read by itself.
  const { privateKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    privateKeyEncoding: { type: "sec1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const parsed = ssh2.utils.parseKey(privateKey);
  if (parsed instanceof Error) throw parsed;
  const open = new Set<ssh2.Connection>();
  let listening: Server | undefined;
  let port = 0;
  const server: SftpServer = {
    get port() {
      return port;
    },
    hostKey: `SHA256:${sha256(parsed.getPublicSSH()).toString("base64").replaceAll("=", "")}`,
    mood: "well",
    start: async () => {
      const speaking = new ssh2.Server({ hostKeys: [privateKey] }, (client) => {
        open.add(client);
        client.on("error", () => undefined);
        client.on("close", () => open.delete(client));
        client.on("authentication", (attempt) => {
          const isRight =
            attempt.method === "password" && attempt.password === password;
          if (isRight && server.mood !== "refusing") attempt.accept();
          else attempt.reject(["password"]);
        });
        client.on("session", (accept) => {
          accept().on("sftp", (acceptSftp) => {
            serve(acceptSftp(), root, () => server.mood);
          });
        });
      });
      const ready = Promise.withResolvers<undefined>();
      // Answers at once, as sshd does.
      listening = createServer({ noDelay: true }, (socket) => {
        speaking.injectSocket(socket);
      });
      listening.listen(port, "127.0.0.1", () => {
        ready.resolve(undefined);
      });
      await ready.promise;
      ({ port } = listening.address() as AddressInfo);
    },
    stop: async () => {
      const closed = Promise.withResolvers<undefined>();
      for (const client of open) client.end();
      if (listening)
        listening.close(() => {
          closed.resolve(undefined);
        });
      else closed.resolve(undefined);
      await closed.promise;
    },
  };
  await server.start();
  return server;
}

function serve(sftp: SFTPWrapper, root: string, mood: () => ServerMood): void {
  const handles = new Map<string, fs.FileHandle | string[]>();
  const at = (path: string) => join(root, path);
  const handleOf = (value: fs.FileHandle | string[]): Buffer => {
    const name = String(handles.size + 1);
    handles.set(name, value);
    return Buffer.from(name);
  };
  const answer = (id: number, work: Promise<unknown>) => {
    work.then(
      () => {
        sftp.status(id, OK);
      },
      (error: unknown) => {
        sftp.status(id, codeOf(error));
      },
    );
  };
  const give = <Value>(
    id: number,
    work: Promise<Value>,
    send: (value: Value) => void,
  ) => {
    work.then(send, (error: unknown) => {
      sftp.status(id, codeOf(error));
    });
  };
  sftp.on("OPEN", (id, path) => {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
    give(id, fs.open(at(path), flags), (file) => {
      sftp.handle(id, handleOf(file));
    });
  });
  // eslint-disable-next-line @typescript-eslint/max-params -- the package calls it so
  sftp.on("WRITE", (id, handle, offset, bytes) => {
    if (mood() === "stuck") return;
    const file = handles.get(handle.toString());
    if (file && !Array.isArray(file))
      answer(id, file.write(bytes, 0, bytes.length, offset));
  });
  sftp.on("CLOSE", (id, handle) => {
    const file = handles.get(handle.toString());
    answer(
      id,
      Array.isArray(file) ? Promise.resolve() : Promise.resolve(file?.close()),
    );
  });
  sftp.on("MKDIR", (id, path) => {
    answer(id, fs.mkdir(at(path)));
  });
  sftp.on("REMOVE", (id, path) => {
    answer(id, fs.unlink(at(path)));
  });
  sftp.on("RMDIR", (id, path) => {
    answer(id, fs.rmdir(at(path)));
  });
  sftp.on("RENAME", (id, from, to) => {
    const moved = fs.rename(at(from), at(to));
    if (mood() === "silent") moved.catch(() => undefined);
    else answer(id, moved);
    if (mood() === "doubling") answer(id, moved);
  });
  sftp.on("STAT", (id, path) => {
    give(id, fs.stat(at(path)), (found) => {
      sftp.attrs(id, attributesOf(found));
    });
  });
  sftp.on("OPENDIR", (id, path) => {
    give(id, fs.readdir(at(path)), (names) => {
      sftp.handle(id, handleOf(names));
    });
  });
  sftp.on("READDIR", (id, handle) => {
    const names = handles.get(handle.toString());
    if (!Array.isArray(names) || names.length === 0) {
      sftp.status(id, ssh2.utils.sftp.STATUS_CODE.EOF);
      return;
    }
    const entries = names.splice(0).map((filename) => ({
      filename,
      longname: filename,
      attrs: { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 },
    }));
    sftp.name(id, entries);
  });
}

const attributesOf = ({ mode, size, uid, gid }: Stats) => ({
  mode,
  size,
  uid,
  gid,
  atime: 0,
  mtime: 0,
});

function codeOf(error: unknown): number {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOENT") return NO_SUCH_FILE;
  return code === "EACCES" || code === "EPERM" ? PERMISSION_DENIED : FAILURE;
}
