import { profileAttributes } from "../../accounts/index.ts";
import type { Result } from "../../../platform/result/result.ts";
import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import {
  providerKinds,
  type ProviderKind,
} from "../domain/identity-provider.ts";
import { setupTexts } from "../i18n/setup-texts.ts";
import type { FederationPorts } from "../ports.ts";
import { findKept, keepsAll, mayChange } from "../use-cases/keeper.ts";
import {
  addProvider,
  changeProvider,
  type SetUpRefusal,
} from "../use-cases/set-up-provider.ts";
import { baseOf, keeperIn } from "./keeper-in.ts";
import { kindPage } from "./kind-page.ts";
import {
  attributeField,
  inputFrom,
  secretNames,
  typedIn,
  typedOf,
  type TypedProvider,
} from "./provider-form.ts";
import { providerFormPage } from "./provider-form-page.ts";

/** Pages with the settings of a provider: a new one, and one that is there. */
export function settingRoutes(
  base: string,
  ports: FederationPorts,
): readonly Omit<Route, "audience">[] {
  const change = `${base}/:provider/aendern`;
  return [
    {
      method: "GET",
      path: `${base}/neu`,
      handle: (request) => showNew(request, ports),
    },
    {
      method: "POST",
      path: `${base}/neu`,
      readsDocuments: true,
      handle: (request) => add(request, ports),
    },
    {
      method: "GET",
      path: change,
      handle: (request) => showChange(request, ports),
    },
    {
      method: "POST",
      path: change,
      readsDocuments: true,
      handle: (request) => saveChange(request, ports),
    },
  ];
}

const kindIn = (fields: URLSearchParams): ProviderKind | undefined =>
  providerKinds.find((kind) => kind === fields.get("art"));

async function showNew(
  request: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const kind = kindIn(request.query);
  if (!kind) return kindPage(request.locale, baseOf(request.portal));
  return form(request, ports, { kind, changed: undefined, typed: {} });
}

async function add(
  request: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const kind = kindIn(request.fields);
  if (!kind) return showError(400);
  const key = request.fields.get("key")?.trim() ?? "";
  const added = await addProvider(
    keeperIn(request),
    ports,
    inputFrom(request, { key, kind }),
  );
  return answerTo(request, ports, { added, key, kind, changed: undefined });
}

async function showChange(
  request: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const keeper = keeperIn(request);
  const key = request.params["provider"] ?? "";
  const provider = await findKept(keeper, key);
  if (!provider) return showError(404);
  if (!mayChange(keeper, provider)) return showError(403);
  const { kind } = provider;
  return form(request, ports, { kind, changed: key, typed: typedOf(provider) });
}

async function saveChange(
  request: PortalRequest,
  ports: FederationPorts,
): Promise<Reply> {
  const keeper = keeperIn(request);
  const key = request.params["provider"] ?? "";
  const provider = await findKept(keeper, key);
  if (!provider) return showError(404);
  const { kind } = provider;
  const added = await changeProvider(
    keeper,
    ports,
    inputFrom(request, { key, kind }),
  );
  return answerTo(request, ports, { added, key, kind, changed: key });
}

async function answerTo(
  request: PortalRequest,
  ports: FederationPorts,
  {
    added,
    key,
    kind,
    changed,
  }: Pick<FormState, "kind" | "changed"> & {
    readonly added: Result<void, SetUpRefusal>;
    readonly key: string;
  },
): Promise<Reply> {
  if (added.ok)
    return redirect(`${baseOf(request.portal)}/${key}?gespeichert=1`);
  const { refusal } = added;
  if (refusal.kind === "not-permitted") return showError(403);
  if (refusal.kind === "not-found") return showError(404);
  return form(request, ports, {
    kind,
    changed,
    typed: typedIn(request),
    ...blamed(request, refusal),
  });
}

type FormState = {
  readonly kind: ProviderKind;
  readonly changed: string | undefined;
  readonly typed: TypedProvider;
  readonly errors?: ReadonlyMap<string, string>;
  readonly problem?: string;
};

async function form(
  request: PortalRequest,
  { portals }: FederationPorts,
  state: FormState,
): Promise<Reply> {
  const list = keepsAll(keeperIn(request)) ? await portals.list() : undefined;
  return providerFormPage({
    errors: new Map(),
    ...state,
    locale: request.locale,
    base: baseOf(request.portal),
    portals: list?.filter(({ kind }) => kind !== "installation"),
  });
}

/** Which input is to blame, or what to say above all of them. */
function blamed(
  { locale }: PortalRequest,
  refusal: SetUpRefusal,
): Pick<FormState, "errors" | "problem"> {
  const t = setupTexts(locale);
  switch (refusal.kind) {
    case "key-invalid":
    case "key-taken":
    case "key-of-another-kind":
      return { errors: new Map([["key", t(`error.${refusal.kind}`)]]) };
    case "host-not-released":
      return {
        problem: t("error.host", { hosts: refusal.hosts.join(", ") }),
      };
    case "settings-invalid":
      return {
        errors: new Map(
          refusal.fields.map((name) => [
            inputOf.get(name) ?? name,
            t(errorKeyOf(name)),
          ]),
        ),
      };
    case "not-permitted":
    case "not-found":
      return {};
  }
}

/** Settings whose inputs have other names. */
const inputOf = new Map([
  ["name", "nameDe"],
  ["description", "descriptionDe"],
]);

function errorKeyOf(name: string) {
  if (profileAttributes.some((attribute) => name === attributeField(attribute)))
    return "error.attribute";
  if (isSecret(name)) return "error.secret";
  return [...ownErrors].find(([known]) => known === name)?.[1] ?? "error.other";
}

const ownErrors = new Map([
  ["key", "error.key-invalid"],
  ["name", "error.name"],
  ["description", "error.description"],
  ["levels", "error.levels"],
  ["metadata", "error.metadata"],
  ["issuer", "error.address"],
  ["metadataAddress", "error.address"],
] as const);

const isSecret = (name: string): boolean =>
  secretNames.some((secret) => secret === name);
