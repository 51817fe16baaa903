import { shortKey } from "../../../../platform/crypto/short-key.ts";
import type { HttpClient } from "../../../../platform/http-client/http-client.ts";
import { ok, refuse, type Result } from "../../../../platform/result/result.ts";
import {
  keyLengthChecks,
  type InspectionCheck,
  type ProtocolMoment,
  type ProtocolRefusal,
  type ProviderInspection,
} from "../../domain/sign-in-protocol.ts";
import type { KnownProvider, OpenedProvider } from "./opened-provider.ts";
import type { MetadataSource } from "./provider-metadata.ts";

type Ground = { readonly http: HttpClient; readonly moment: ProtocolMoment };

/** Asks the page where people sign in. Without a request it may answer with any error of its own; that it answers is enough. */
export async function probeSamlProvider(
  { metadata }: Pick<KnownProvider, "metadata">,
  { http, moment }: Ground,
): Promise<Result<void, ProtocolRefusal>> {
  const url = metadata.signOn.redirect ?? metadata.signOn.post ?? "";
  const { signal } = moment;
  const outcome = await http.request({ method: "GET", url, signal });
  if (outcome.kind === "too-large") return ok(undefined);
  if (outcome.kind !== "answered")
    return refuse({ kind: "unavailable", reason: outcome.kind });
  return behindGateway.has(outcome.status)
    ? refuse({
        kind: "unavailable",
        reason: `status-${String(outcome.status)}`,
      })
    : ok(undefined);
}

/** Something in front of the provider says that the provider itself does not answer. */
const behindGateway = new Set([502, 503, 504]);

/** Everything that can be told without a person. */
export async function inspectSamlProvider(
  { provider, dialect, entityId }: OpenedProvider,
  ground: Ground & { readonly metadata: MetadataSource },
): Promise<ProviderInspection> {
  const { moment } = ground;
  const found = await ground.metadata.find(provider, dialect.settings, moment);
  const checks = [
    checkOf("metadata", found),
    ...(found.ok
      ? [
          checkOf(
            "reachable",
            await probeSamlProvider({ metadata: found.value }, ground),
          ),
          ...keyLengthChecks(
            found.value.signingKeys.flatMap((key) => shortKey(key) ?? []),
          ),
        ]
      : []),
  ];
  const own = {
    "entity-id": entityId,
    "assertion-consumer-service": moment.returnAddress,
    "own-metadata": `${moment.installationAddress}/anmelden/metadaten/${provider.key}`,
  };
  const theirs = found.ok
    ? {
        "provider-entity-id": found.value.entityId,
        ...Object.fromEntries(
          Object.entries(found.value.signOn).map(([binding, address]) => [
            `sign-on-${binding}`,
            address,
          ]),
        ),
        "signing-keys": String(found.value.signingKeys.length),
      }
    : {};
  return {
    checks,
    attributes: dialect.sources.map((mapped) => ({
      ...mapped,
      isOffered: undefined,
    })),
    facts: Object.entries({ ...own, ...theirs }).map(([name, value]) => ({
      name,
      value,
    })),
  };
}

function checkOf(
  check: string,
  result: Result<unknown, ProtocolRefusal>,
): InspectionCheck {
  if (result.ok) return { check, finding: undefined };
  const { refusal } = result;
  return {
    check,
    finding: "reason" in refusal ? refusal.reason : refusal.kind,
  };
}
