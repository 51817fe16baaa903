// Makes a passkey or signs with one, and sends the answer of the device with the form. Without it, the forms stay hidden.
const forms = document.querySelectorAll("form[data-passkey]");
if (window.PublicKeyCredential && window.isSecureContext)
  for (const form of forms) offer(form);

/** @param {HTMLFormElement} form */
function offer(form) {
  const answer = form.elements.namedItem("antwort");
  const trouble = form.querySelector("[data-passkey-trouble]");
  // The offer among the suggestions of a field waits until it is taken; the button takes its place.
  let waiting = new AbortController();
  const ask = async (mediation) => {
    waiting.abort();
    waiting = new AbortController();
    const asked = await fetch(form.dataset.options, { method: "POST" });
    if (!asked.ok) throw new Error(`passkey: ${asked.status}`);
    const publicKey = toOptions(await asked.json());
    const request = { publicKey, signal: waiting.signal };
    const made =
      form.dataset.passkey === "create"
        ? await navigator.credentials.create(request)
        : await navigator.credentials.get({ ...request, mediation });
    answer.value = JSON.stringify(toJson(made));
    form.submit();
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    // The page says what is missing, before the device makes a key for nothing.
    if (form.elements.namedItem("name")?.value.trim() === "")
      return form.submit();
    trouble.hidden = true;
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      await ask("optional");
    } catch {
      // Cancelled, timed out, no key: browsers do not say which.
      trouble.hidden = false;
      button.disabled = false;
      button.focus();
    }
  });
  form.hidden = false;
  const unsupported = document.querySelector("[data-passkey-unsupported]");
  if (unsupported) unsupported.hidden = true;
  if ("autofill" in form.dataset) void offerAmongSuggestions(ask);
}

async function offerAmongSuggestions(ask) {
  const canSuggest =
    await window.PublicKeyCredential.isConditionalMediationAvailable?.();
  // Whatever ends the offer, the button is still there.
  if (canSuggest) await ask("conditional").catch(() => undefined);
}

function toOptions(options) {
  const withBytes = (key) => ({ ...key, id: toBytes(key.id) });
  return {
    ...options,
    challenge: toBytes(options.challenge),
    ...(options.user && { user: withBytes(options.user) }),
    excludeCredentials: options.excludeCredentials?.map(withBytes),
    allowCredentials: options.allowCredentials?.map(withBytes),
  };
}

/** @param {PublicKeyCredential} credential */
function toJson({ id, rawId, type, response }) {
  return {
    id,
    rawId: toText(rawId),
    type,
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      ...(response.attestationObject
        ? {
            attestationObject: toText(response.attestationObject),
            transports: response.getTransports?.() ?? [],
          }
        : {
            authenticatorData: toText(response.authenticatorData),
            signature: toText(response.signature),
          }),
    },
  };
}

/** Base64url without padding, as WebAuthn writes bytes in JSON. */
function toBytes(text) {
  const plain = window.atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function toText(bytes) {
  const plain = String.fromCharCode(...new Uint8Array(bytes));
  return window
    .btoa(plain)
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
