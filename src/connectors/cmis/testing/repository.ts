import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import {
  readDocuments,
  type DocumentsForm,
} from "../../../platform/multipart/read-documents.ts";

export const user = "portal";
export const password = "für-das-portal";

export type RepositoryMood =
  | "well"
  /** The user may read and not write. */
  | "refusing"
  /** Says nothing. */
  | "stuck"
  /** Makes the last document, and its answer comes when nobody waits any more. */
  | "late"
  /** Answers each write twice over. */
  | "doubling";

type Item = {
  readonly objectId: string;
  parentId: string;
  readonly properties: Readonly<Record<string, string>>;
  /** Of a document. */
  readonly content?: Buffer;
};

export type FakeRepository = {
  /** Service address. */
  readonly url: string;
  mood: RepositoryMood;
  /** Answers a write with this exception of CMIS, once for each. */
  readonly exceptions: {
    status: number;
    exception: string;
    headers?: Record<string, string>;
  }[];
  canQuery: boolean;
  /** Everything but the root, by its path. */
  paths(): ReadonlyMap<string, Item>;
  /** What a clerk does: the folder lies somewhere else now. */
  move(path: string, to: string): void;
  start(): Promise<void>;
  stop(): Promise<void>;
};

const nameOf = ({ properties }: Item) => properties["cmis:name"] ?? "";

/**
 * Stands in for a records system: what CMIS 1.1 says of the browser binding (5.2) that the connector uses, over real HTTP, with its exceptions.
 * It has the folders `eingang` and `eingang/parken`.
 */
export async function startRepository(): Promise<FakeRepository> {
  const items = new Map<string, Item>();
  let next = 0;
  const add = (item: Omit<Item, "objectId">): Item => {
    const made = { ...item, objectId: `object-${String((next += 1))}` };
    items.set(made.objectId, made);
    return made;
  };
  const { objectId: inbox } = add({
    parentId: "root",
    properties: { "cmis:name": "eingang" },
  });
  add({ parentId: inbox, properties: { "cmis:name": "parken" } });
  const pathOf = (item: Item): string => {
    const parent = items.get(item.parentId);
    return parent ? `${pathOf(parent)}/${nameOf(item)}` : nameOf(item);
  };
  const at = (path: string) =>
    [...items.values()].find((item) => pathOf(item) === path);
  let port = 0;
  let server = createServer();
  const repository: FakeRepository = {
    get url() {
      return `http://127.0.0.1:${String(port)}/cmis`;
    },
    mood: "well",
    exceptions: [],
    canQuery: true,
    paths: () =>
      new Map([...items.values()].map((item) => [pathOf(item), item])),
    move: (path, to) => {
      const [item, target] = [at(path), at(to)];
      if (item && target) item.parentId = target.objectId;
    },
    start: async () => {
      server = createServer(
        (request, reply) =>
          void answer({ repository, items, add, at }, request, reply).catch(
            () => reply.destroy(),
          ),
      );
      const listening = Promise.withResolvers<undefined>();
      server.listen(port, "127.0.0.1", () => listening.resolve(undefined));
      await listening.promise;
      ({ port } = server.address() as AddressInfo);
    },
    stop: async () => {
      const closed = Promise.withResolvers<undefined>();
      server.close(() => closed.resolve(undefined));
      server.closeAllConnections();
      await closed.promise;
    },
  };
  await repository.start();
  return repository;
}

type Inside = {
  readonly repository: FakeRepository;
  readonly items: ReadonlyMap<string, Item>;
  readonly add: (item: Omit<Item, "objectId">) => Item;
  readonly at: (path: string) => Item | undefined;
};

type Said = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
};

const refused = (status: number, exception: string): Said => ({
  status,
  body: { exception, message: "as CMIS 1.1, 5.2.10 says" },
});

const shown = ({ objectId, properties }: Item) => ({
  succinctProperties: { ...properties, "cmis:objectId": objectId },
});

async function answer(
  inside: Inside,
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  const { mood } = inside.repository;
  if (mood === "stuck") return;
  const isWrite = request.method === "POST";
  const said = await saidTo(inside, request);
  const text = JSON.stringify(said.body);
  const length = String(Buffer.byteLength(text));
  if (mood === "doubling" && isWrite) {
    const once = `HTTP/1.1 ${String(said.status)} Doubled\r\ncontent-length: ${length}\r\n\r\n${text}`;
    reply.socket?.write(`${once}${once}`);
    return;
  }
  const send = () => {
    reply.writeHead(said.status, {
      "content-type": "application/json",
      "content-length": length,
      ...said.headers,
    });
    reply.end(text);
  };
  if (mood === "late" && isWrite && text.includes("manifest.json"))
    setTimeout(send, 400).unref();
  else send();
}

function saidTo(
  inside: Inside,
  request: IncomingMessage,
): Said | Promise<Said> {
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  if (request.headers.authorization !== expected)
    return refused(401, "permissionDenied");
  return request.method === "POST"
    ? write(inside, request)
    : read(inside, new URL(request.url ?? "", inside.repository.url));
}

function read(inside: Inside, { pathname, searchParams }: URL): Said {
  const { repository, items, at } = inside;
  const selector = searchParams.get("cmisselector");
  if (pathname === "/cmis") return { status: 200, body: serviceOf(repository) };
  if (selector === "query") return search(inside, searchParams.get("q"));
  if (selector === "children") {
    const id = searchParams.get("objectId");
    const objects = [...items.values()]
      .filter(({ parentId }) => parentId === id)
      .map((item) => ({ object: shown(item) }));
    return { status: 200, body: { objects, hasMoreItems: false } };
  }
  const path = decodeURIComponent(pathname.replace("/cmis/akte/root/", ""));
  const found = at(path);
  return found
    ? { status: 200, body: shown(found) }
    : refused(404, "objectNotFound");
}

const serviceOf = ({ url, canQuery }: FakeRepository) => ({
  akte: {
    repositoryId: "akte",
    cmisVersionSupported: "1.1",
    capabilities: { capabilityQuery: canQuery ? "metadataonly" : "none" },
    repositoryUrl: `${url}/akte`,
    rootFolderUrl: `${url}/akte/root`,
  },
});

function search({ items, repository }: Inside, statement: string | null): Said {
  if (!repository.canQuery) return refused(405, "notSupported");
  const [, name] =
    /^SELECT .+ FROM cmis:folder WHERE cmis:name = '([^']+)'$/u.exec(
      statement ?? "",
    ) ?? [];
  if (name === undefined) return refused(400, "invalidArgument");
  const results = [...items.values()].filter(
    (item) => nameOf(item) === name && !item.content,
  );
  return { status: 200, body: { results: results.map(shown) } };
}

async function write(
  { repository, items, add }: Inside,
  request: IncomingMessage,
): Promise<Said> {
  const form = await readDocuments({ body: request, headers: request.headers });
  if (!form.ok) return refused(400, "invalidArgument");
  if (repository.mood === "refusing") return refused(403, "permissionDenied");
  const planned = repository.exceptions.shift();
  if (planned)
    return {
      ...refused(planned.status, planned.exception),
      ...(planned.headers && { headers: planned.headers }),
    };
  const { searchParams } = new URL(request.url ?? "", repository.url);
  const parentId = searchParams.get("objectId") ?? "root";
  return make({ items, add }, parentId, form.value);
}

function make(
  { items, add }: Pick<Inside, "items" | "add">,
  parentId: string,
  { fields, documents }: DocumentsForm,
): Said {
  const properties: Record<string, string> = {};
  for (let index = 0; fields.has(`propertyId[${String(index)}]`); index += 1)
    properties[fields.get(`propertyId[${String(index)}]`) ?? ""] =
      fields.get(`propertyValue[${String(index)}]`) ?? "";
  const isTaken = [...items.values()].some(
    (item) =>
      item.parentId === parentId && nameOf(item) === properties["cmis:name"],
  );
  if (!items.has(parentId)) return refused(404, "objectNotFound");
  if (isTaken) return refused(409, "nameConstraintViolation");
  const [file] = documents;
  const isDocument = fields.get("cmisaction") === "createDocument";
  if (isDocument !== (file !== undefined)) return refused(409, "constraint");
  const content = file && { content: file.content };
  return {
    status: 201,
    body: shown(add({ parentId, properties, ...content })),
  };
}
