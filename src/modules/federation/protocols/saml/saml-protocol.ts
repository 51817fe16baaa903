import { ok, type Result } from "../../../../platform/result/result.ts";
import { uncheckedInResponseTo } from "../../../../platform/saml/validate-response.ts";
import type { IdentityProvider } from "../../domain/identity-provider.ts";
import {
  codeOf,
  type ProtocolMoment,
  type ProtocolRefusal,
  type SignInExamination,
  type SignInProtocol,
} from "../../domain/sign-in-protocol.ts";
import { beginSamlSignIn } from "./begin-saml-sign-in.ts";
import {
  completeSamlSignIn,
  examineSamlSignIn,
} from "./complete-saml-sign-in.ts";
import {
  inspectSamlProvider,
  probeSamlProvider,
} from "./inspect-saml-provider.ts";
import { addressesIn, makeSamlSecrets } from "./set-up-saml.ts";
import {
  openSamlProvider,
  parseSamlSettings,
  samlKinds,
  type KnownProvider,
  type OpenedProvider,
  type SamlKind,
} from "./opened-provider.ts";
import { writeOwnMetadata } from "./own-metadata.ts";
import {
  answerSamlSignOut,
  beginSamlSignOut,
  readSamlSignOutNotice,
} from "./saml-sign-out.ts";
import {
  createMetadataSource,
  type MetadataSource,
  type SamlGround,
} from "./provider-metadata.ts";

/** SAML 2.0 web browser single sign-on, one for each kind of provider that speaks it. They share name and return address. */
export function samlProtocols(ground: SamlGround): readonly SignInProtocol[] {
  const metadata = createMetadataSource(ground);
  return samlKinds.map((kind) => samlProtocol(kind, { ...ground, metadata }));
}

type Ground = SamlGround & { readonly metadata: MetadataSource };

function samlProtocol(kind: SamlKind, ground: Ground): SignInProtocol {
  const open = (provider: IdentityProvider, moment: ProtocolMoment) =>
    openSamlProvider(kind, provider, moment);
  return {
    name: "saml",
    kinds: [kind],
    answersBy: "POST",
    parseSettings: (settings) => parseSamlSettings(kind, settings),
    requestNameOf: (parameters) =>
      uncheckedInResponseTo(parameters.get("SAMLResponse") ?? ""),
    begin: (provider, request, moment) =>
      withMetadata(
        ground,
        { opened: open(provider, moment), moment },
        (known) => beginSamlSignIn(known, request, moment),
      ),
    complete: (provider, answer, moment) =>
      withMetadata(
        ground,
        { opened: open(provider, moment), moment },
        (known) => completeSamlSignIn(known, answer, moment),
      ),
    examine: async (provider, answer, moment) => {
      const opened = open(provider, moment);
      const examined = await withMetadata(ground, { opened, moment }, (known) =>
        ok(examineSamlSignIn(known, answer, moment)),
      );
      return examined.ok
        ? examined.value
        : nothingExamined(examined, opened.dialect.sources);
    },
    addressesIn: ({ configuration }) => addressesIn(configuration),
    makeSecrets: makeSamlSecrets,
    probe: (provider, moment) =>
      withMetadata(
        ground,
        { opened: open(provider, moment), moment },
        (known) => probeSamlProvider(known, { http: ground.http, moment }),
      ),
    inspect: (provider, moment) =>
      inspectSamlProvider(open(provider, moment), { ...ground, moment }),
    ownMetadata: (provider, moment) =>
      writeOwnMetadata(open(provider, moment), moment),
    // BundID knows no sign-out, for it keeps no session.
    ...(kind !== "bundid" && signingOut(open, ground)),
  };
}

/** Nothing can be said of an answer while nobody knows whose signature it has to bear. */
function nothingExamined(
  completed: { readonly ok: false; readonly refusal: ProtocolRefusal },
  mapping: SignInExamination["mapping"],
): SignInExamination {
  return {
    completed,
    failed: [codeOf(completed.refusal)],
    arrived: [],
    mapping,
    uncheckedIdentity: undefined,
  };
}

function signingOut(
  open: (provider: IdentityProvider, moment: ProtocolMoment) => OpenedProvider,
  ground: Ground,
): Pick<
  SignInProtocol,
  "beginSignOut" | "readSignOutNotice" | "answerSignOutNotice"
> {
  return {
    beginSignOut: (provider, request, moment) =>
      withMetadata(
        ground,
        { opened: open(provider, moment), moment },
        (known) => ok(beginSamlSignOut(known, request, moment)),
      ),
    readSignOutNotice: (provider, parameters, moment) =>
      withMetadata(
        ground,
        { opened: open(provider, moment), moment },
        (known) => readSamlSignOutNotice(known, parameters, moment),
      ),
    answerSignOutNotice: (provider, notice, moment) =>
      withMetadata(
        ground,
        { opened: open(provider, moment), moment },
        (known) => ok(answerSamlSignOut(known, notice, moment)),
      ),
  };
}

async function withMetadata<Value>(
  ground: Ground,
  {
    opened,
    moment,
  }: { readonly opened: OpenedProvider; readonly moment: ProtocolMoment },
  then: (
    known: KnownProvider,
  ) => Result<Value, ProtocolRefusal> | Promise<Result<Value, ProtocolRefusal>>,
): Promise<Result<Value, ProtocolRefusal>> {
  const { provider, dialect } = opened;
  const found = await ground.metadata.find(provider, dialect.settings, moment);
  return found.ok ? then({ ...opened, metadata: found.value }) : found;
}
