import {
  redirect,
  showError,
  type PortalRequest,
  type Reply,
  type Route,
} from "../../../shell/web/route.ts";
import type { ProviderReport } from "../../../platform/openid-connect/inspect-provider.ts";
import { rolesOn } from "../domain/roles.ts";
import type { DirectoryPorts, OpenRelyingParty } from "../ports.ts";
import {
  findDirectorySettings,
  inspectDirectory,
  saveDirectorySettings,
  type Directory,
} from "../use-cases/directory-settings.ts";
import {
  directoryPage,
  type DirectoryForm,
  type DirectoryPageProps,
} from "./directory-page.ts";
import { directoryPaths, signInPaths } from "./staff-paths.ts";

/** Pages to set the authority's user directory up. */
export function directoryRoutes({
  openRelyingParty,
  releasedHosts,
}: DirectoryPorts): readonly Route[] {
  const common = {
    audience: "staff",
    scope: "any",
    permission: "staff.manage",
  } as const;
  return [
    {
      ...common,
      method: "GET",
      path: directoryPaths.settings,
      handle: (request) =>
        show(request, { isSaved: request.query.has("gespeichert") }),
    },
    {
      ...common,
      method: "POST",
      path: directoryPaths.settings,
      handle: (request) => save(request, releasedHosts),
    },
    {
      ...common,
      method: "POST",
      path: directoryPaths.test,
      handle: (request) => test(request, openRelyingParty),
    },
  ];
}

type Shown = {
  readonly form?: DirectoryForm;
  readonly errors?: readonly string[];
  readonly isSaved?: boolean;
  readonly report?: ProviderReport | undefined;
};

async function show(request: PortalRequest, shown: Shown): Promise<Reply> {
  const { context, locale } = request;
  const directory = await findDirectorySettings(context);
  const props: DirectoryPageProps = {
    locale,
    form: shown.form ?? formOf(directory),
    allowed: allowedOn(request),
    hasSecret: directory !== undefined,
    errors: shown.errors ?? [],
    isSaved: shown.isSaved ?? false,
    returnAddress: `${request.baseUrl}${signInPaths.directoryReturn}`,
    report: shown.report,
  };
  return directoryPage(props);
}

async function save(
  request: PortalRequest,
  releasedHosts: readonly string[],
): Promise<Reply> {
  const { context, fields } = request;
  const form = typedForm(request);
  const { isEnabled, scopes, acrValues, groupsOfRole, ...texts } = form;
  const groups = Object.entries(groupsOfRole)
    .map(([role, names]) => [role, listOf(names, /[,;\n]/)] as const)
    .filter(([, names]) => names.length > 0);
  const saved = await saveDirectorySettings(context, {
    settings: {
      ...texts,
      scopes: listOf(scopes, /[\s,]/),
      acrValues: listOf(acrValues, /[\s,]/),
      groupsOfRole: Object.fromEntries(groups),
    },
    clientSecret: fields.get("clientSecret") ?? "",
    isEnabled,
    releasedHosts,
  });
  if (saved.ok) return redirect(`${directoryPaths.settings}?gespeichert`);
  switch (saved.refusal.kind) {
    case "not-permitted":
      return showError(403);
    case "host-not-released":
      return show(request, { form, errors: ["issuerHost"] });
    case "invalid":
      return show(request, { form, errors: saved.refusal.fields });
  }
}

async function test(
  request: PortalRequest,
  open: OpenRelyingParty,
): Promise<Reply> {
  const inspected = await inspectDirectory(request.context, open);
  return inspected.ok
    ? show(request, { report: inspected.value })
    : showError(403);
}

function typedForm(request: PortalRequest): DirectoryForm {
  const { fields } = request;
  const typed = (name: string) => (fields.get(name) ?? "").trim();
  return {
    label: typed("label"),
    issuer: typed("issuer"),
    clientId: typed("clientId"),
    authentication: typed("authentication"),
    scopes: typed("scopes"),
    acrValues: typed("acrValues"),
    groupsClaim: typed("groupsClaim"),
    groupsOfRole: Object.fromEntries(
      allowedOn(request).map((role) => [role, typed(`group-${role}`)]),
    ),
    isEnabled: fields.get("isEnabled") === "true",
  };
}

function formOf(directory: Directory | undefined): DirectoryForm {
  if (!directory)
    return {
      label: "",
      issuer: "",
      clientId: "",
      authentication: "secret-basic",
      scopes: "profile email",
      acrValues: "",
      groupsClaim: "groups",
      groupsOfRole: {},
      isEnabled: false,
    };
  const { settings, isEnabled } = directory;
  return {
    ...settings,
    scopes: settings.scopes.join(" "),
    acrValues: settings.acrValues.join(" "),
    groupsOfRole: Object.fromEntries(
      Object.entries(settings.groupsOfRole).map(([role, names]) => [
        role,
        names.join(", "),
      ]),
    ),
    isEnabled,
  };
}

function listOf(typed: string, separator: RegExp): string[] {
  return typed
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function allowedOn({ portal }: PortalRequest) {
  return rolesOn(portal.kind === "installation" ? "installation" : "authority");
}
