import { readClamd } from "./clamd-settings.ts";
import { readHosts, readInnerAddresses } from "./list-settings.ts";
import { oneOf, readEach, type Variables } from "./settings-error.ts";
import { readTracing } from "./tracing-settings.ts";
import { readUrl } from "./url-settings.ts";

/** What the portal calls, where it may call, and who may be told. */
export function readOutside(
  variables: Variables,
  { isProduction }: { readonly isProduction: boolean },
) {
  const read = (name: string) => readHosts(variables, { name, isProduction });
  return readEach({
    identityProviderHosts: () => read("IDENTITY_PROVIDER_HOSTS"),
    feedHosts: () => read("FEED_HOSTS"),
    linkCheck: () =>
      oneOf<"on" | "none">(variables, {
        name: "LINK_CHECK",
        allowed: ["on", "none"],
        fallback: isProduction ? "on" : "none",
      }),
    innerAddresses: () => readInnerAddresses(variables),
    tracing: () => readTracing(variables),
    clamd: () => readClamd(variables),
    timeStampUrl: () =>
      readUrl(variables, {
        name: "TIME_STAMP_URL",
        protocols: ["https:", "http:"],
        example: "https://tsa.example.org/",
      }),
    securityContact: () =>
      readUrl(variables, {
        name: "SECURITY_CONTACT",
        protocols: ["mailto:", "https:"],
        example: "mailto:security@portal.example.org",
      }),
  });
}
